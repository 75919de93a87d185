import { signal } from '@preact/signals';
import { eraseEverything } from '@/lib/app/erase-everything';
import { forget } from '@/lib/app/forget';
import { SESSION_SIZE } from '@/lib/app/study-session';
import { studyDayOf } from '@/lib/domain/scheduling/study-day';
import { send } from '@/lib/messaging/bus';
import { createSiteAccess } from '@/lib/platform/permissions';
import { clearTabValues } from '@/lib/platform/session-values';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createLibrary } from '@/lib/storage/library-store';
import { readMeta } from '@/lib/storage/meta';
import { createReviewStore } from '@/lib/storage/review-store';
import { createRoomGauge } from '@/lib/storage/room-gauge';
import { createSettingsStore } from '@/lib/storage/settings';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb } from '@/lib/storage/study-db';
import type { DashboardEnvironment } from '@/lib/ui/dashboard/dashboard-model';
import { createRouter } from '@/lib/ui/dashboard/router';
import { roomSignal } from '@/lib/ui/room-signal';
import { createBookmarks } from './bookmarks';
import { createImports } from './imports';
import { createReviewOpener } from './review';
import { createSearching } from './search';
import { createWork } from './work';

const MINUTE_MS = 60_000;
const clock = () => Date.now();
const utcOffsetMinutes = () => -new Date().getTimezoneOffset();

/** Everything that the dashboard needs of browser and storage. */
export function createEnvironment(page: Window): DashboardEnvironment {
  const db = createStudyDb();
  const settings = createSettingsStore();
  const sites = createSiteAccess();
  const reviews = createReviewStore(db);
  const erasure = createErasure(db);
  const snapshot = createSnapshotStore(page.localStorage);
  const router = createRouter(page);
  const bookmarks = createBookmarks({ db, settings, clock });
  return {
    library: createLibrary(db),
    reviews,
    forgetting: {
      preview: erasure.preview,
      forget: async (what) => {
        await clearTabValues();
        return forget({ erasure, reviews, snapshot }, what, await sessionOptions());
      },
      eraseEverything: async () => {
        await clearTabValues();
        await bookmarks.remove();
        return eraseEverything({ sites, settings, erasure, snapshot });
      },
      afterwards: async (kind) => {
        await send(kind === 'everything' ? 'study.erased' : 'study.changed', null);
      },
    },
    bookmarks,
    imports: createImports({ db, settings, clock, announce: () => void send('study.changed', null) }),
    sites,
    settings,
    engineState: async () => (await readMeta(db, 'engineStatus'))?.state,
    work: createWork(db, clock),
    room: roomSignal(createRoomGauge(db)),
    router,
    minute: minuteSignal(),
    clock,
    utcOffsetMinutes,
    ...createSearching(db, page.sessionStorage),
    showSource: (request) => void send('source.show', request),
    openReview: createReviewOpener({ db, settings, sites, snapshot, router, clock, utcOffsetMinutes }),
  };

  async function sessionOptions() {
    const now = clock();
    const { newPerDay } = await settings.read();
    return { now, studyDay: studyDayOf(now, utcOffsetMinutes()), newPerDay, size: SESSION_SIZE };
  }
}

function minuteSignal() {
  const minute = signal(clock());
  setInterval(() => {
    minute.value = clock();
  }, MINUTE_MS);
  return minute;
}
