import { type ReadonlySignal, signal } from '@preact/signals';
import type { SettingsStore } from '@/lib/app/ports/settings';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import type { SourceRequest } from '@/lib/app/show-source';
import type { DiskRoomState } from '@/lib/domain/shared/disk-room';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import type { StudyDb } from '@/lib/storage/study-db';
import { openStudy } from '@/lib/ui/popup/open-study';
import { PageModel } from '@/lib/ui/popup/page-model';
import { PopupModel } from '@/lib/ui/popup/popup-model';
import { ProgressStore } from '@/lib/ui/popup/progress-store';
import { ReviewModel } from '@/lib/ui/popup/review-model';
import type { Study } from '@/lib/ui/popup/study';
import { createMemorySettings, createMemorySites } from './memory-ports';
import { NOON } from './study-builders';

export interface PopupSetting {
  readonly db: StudyDb;
  readonly storage: Storage;
  readonly sites?: SiteAccess;
  readonly settings?: SettingsStore;
  readonly clock?: () => number;
  /** Stands in for opening the database, to make it late or fail. */
  readonly study?: (open: () => Promise<Study>) => Promise<Study>;
  readonly room?: ReadonlySignal<DiskRoomState>;
  readonly onSaved?: () => void;
  readonly openTab?: (url: string) => void;
  readonly showSource?: (request: SourceRequest) => Promise<boolean>;
}

export const READ_SITE = 'https://course.example';

/** The popup's model as its page wires it, over a given database and snapshot, not connected yet. */
export function createPopup({ db, storage, clock = () => NOON, ...setting }: PopupSetting): PopupModel {
  const settings = setting.settings ?? createMemorySettings();
  const sites = setting.sites ?? createMemorySites([READ_SITE], `${READ_SITE}/second-law`);
  const utcOffsetMinutes = () => 0;
  const newPerDay = async () => (await settings.read()).newPerDay;
  const open = () => openStudy({ db, clock, utcOffsetMinutes, newPerDay });
  const study = setting.study?.(open) ?? open();
  const store = new ProgressStore(createSnapshotStore(storage));
  return new PopupModel({
    page: new PageModel(sites, settings),
    review: new ReviewModel({
      store,
      study,
      clock,
      utcOffsetMinutes,
      onSaved: setting.onSaved ?? (() => {}),
    }),
    study,
    room: setting.room ?? signal<DiskRoomState>('enough'),
    clock,
    openTab: setting.openTab ?? (() => {}),
    showSource: setting.showSource ?? (async () => false),
    openOverview: () => {},
    close: () => {},
  });
}
