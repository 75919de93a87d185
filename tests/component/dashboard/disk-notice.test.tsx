import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DashboardApp } from '@/components/dashboard/DashboardApp';
import { PopupApp } from '@/components/popup/PopupApp';
import type { DiskRoomState } from '@/lib/domain/shared/disk-room';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { setUiLanguage } from '@/lib/ui/i18n';
import { createMemoryStorage, openDashboard } from '../../support/dashboard';
import { createPopup } from '../../support/popup-over-database';

let db: StudyDb;

beforeEach(() => {
  db = createStudyDb(`disk-notice-${Math.random()}`);
});

afterEach(async () => {
  cleanup();
  setUiLanguage('en');
  await db.delete();
});

it('is above whatever view is open, in both languages, for as long as room is short', async () => {
  const room = signal<DiskRoomState>('enough');
  const snapshot = createSnapshotStore(createMemoryStorage());
  const { model, router } = openDashboard(db, { snapshot, room });
  render(<DashboardApp model={model} />);
  expect(screen.queryByText(/disk is almost full/)).toBeNull();
  room.value = 'short';
  const notice = await screen.findByText(/disk is almost full.*no answer is lost.*Free some space/);
  expect(within(screen.getByRole('main')).getByText(notice.textContent ?? '')).toBe(notice);
  router.goTo({ name: 'sites' });
  setUiLanguage('zh');
  await screen.findByText(/磁盘快满了/);
  room.value = 'scarce';
  await screen.findByText(/磁盘空间不多了/);
  room.value = 'enough';
  await waitFor(() => expect(screen.queryByText(/磁盘/)).toBeNull());
});

it('is in the popup before what is in the way of new exercises only', async () => {
  const room = signal<DiskRoomState>('short');
  render(<PopupApp model={createPopup({ db, storage: createMemoryStorage(), room })} />);
  await screen.findByText(/disk is almost full/);
  room.value = 'enough';
  await waitFor(() => expect(screen.queryByText(/disk is almost full/)).toBeNull());
});
