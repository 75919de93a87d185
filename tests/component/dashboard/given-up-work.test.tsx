import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DashboardApp } from '@/components/dashboard/DashboardApp';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import { completeJobs, createJobQueue } from '@/lib/storage/job-queue';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { setUiLanguage } from '@/lib/ui/i18n';
import { createMemoryStorage, openDashboard } from '../../support/dashboard';
import { NOON } from '../../support/study-rows';

let db: StudyDb;
let queue: JobQueue;

beforeEach(() => {
  db = createStudyDb(`given-up-${Math.random()}`);
  queue = createJobQueue(db);
  setUiLanguage('en');
});

afterEach(async () => {
  cleanup();
  await db.delete();
});

const claim = (now = NOON) => queue.claim({ kind: 'embed', owner: 'me', limit: 10, leaseMs: 60_000, now });

async function giveUp(refs: readonly string[], detail: string) {
  for (const ref of refs) await queue.enqueue('embed', ref, NOON);
  for (let now = NOON, jobs = await claim(now); jobs.length > 0; now += 3_600_000, jobs = await claim(now))
    await queue.fail(jobs, detail, now);
}

function show() {
  const snapshot = createSnapshotStore(createMemoryStorage());
  const dashboard = openDashboard(db, { route: { name: 'data' }, snapshot });
  render(<DashboardApp model={dashboard.model} />);
  return dashboard;
}

const tryAgain = async () => fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));

describe('what was given up', () => {
  it('is told with its reasons, in words for a person', async () => {
    await giveUp(['a', 'b'], 'The worker gave no answer in 20000 ms.');
    await giveUp(['c'], 'RangeError: Array buffer allocation failed');
    show();
    expect(await screen.findByText(/^3 pieces could not be worked through/)).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
      expect.arrayContaining(['2 because they took too long', '1 because the computer was short of memory']),
    );
    expect(document.body.textContent).not.toMatch(/RangeError|20000 ms/);
  });

  it('says so in Chinese, too', async () => {
    setUiLanguage('zh');
    await giveUp(['a'], 'TypeError: x is undefined');
    show();
    expect(await screen.findByText('1 处：原因不明')).toBeTruthy();
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy();
  });

  it('is tried again when the learner asks, and told when all of it has gone through', async () => {
    await giveUp(['a'], 'broken');
    const { announced } = show();
    await tryAgain();
    const outcome = await screen.findByText('Trying again…');
    expect(document.activeElement).toBe(outcome);
    expect(screen.queryByText(/could not be worked through/)).toBeNull();
    await expect.poll(() => announced).toEqual(['retry']);
    const jobs = await claim();
    expect(jobs).toHaveLength(1);
    await db.transaction('rw', db.jobs, async () => void (await completeJobs(db, jobs, NOON)));
    expect(await screen.findByText(/All is well again/)).toBeTruthy();
  });

  it('is told again when it fails again', async () => {
    await giveUp(['a'], 'broken');
    show();
    await tryAgain();
    await screen.findByText('Trying again…');
    await giveUp([], 'QuotaExceededError: full');
    expect(await screen.findByText('1 because it could not be saved')).toBeTruthy();
    expect(screen.queryByText('Trying again…')).toBeNull();
  });
});
