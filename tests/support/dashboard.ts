import { type ReadonlySignal, signal } from '@preact/signals';
import { eraseEverything } from '@/lib/app/erase-everything';
import { forget } from '@/lib/app/forget';
import type { Search } from '@/lib/app/ports/search';
import type { Settings, SettingsStore } from '@/lib/app/ports/settings';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import type { SnapshotStore } from '@/lib/app/ports/snapshot';
import { retryQuarantined } from '@/lib/app/retry-quarantined';
import type { DiskRoomState } from '@/lib/domain/shared/disk-room';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createFoundPassages } from '@/lib/storage/found-passages';
import { createImportStore } from '@/lib/storage/import-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createLibrary } from '@/lib/storage/library-store';
import { readMeta } from '@/lib/storage/meta';
import { createReviewStore } from '@/lib/storage/review-store';
import type { StudyDb } from '@/lib/storage/study-db';
import type { BookmarksEnvironment } from '@/lib/ui/dashboard/bookmarks-model';
import { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import type { ImportEnvironment } from '@/lib/ui/dashboard/import-model';
import type { Route } from '@/lib/ui/dashboard/route';
import type { Router } from '@/lib/ui/dashboard/router';
import { createMemorySettings, createMemorySites } from './memory-ports';
import { NOON } from './study-rows';

export interface DashboardOptions {
  readonly route?: Route;
  readonly settings?: Partial<Settings>;
  readonly allowed?: readonly string[];
  readonly snapshot: SnapshotStore;
  readonly room?: ReadonlySignal<DiskRoomState>;
  /** Takes nothing in unless it is given. */
  readonly imports?: Partial<ImportEnvironment>;
  /** Not allowed unless it is given. */
  readonly bookmarks?: Partial<BookmarksEnvironment>;
  /** Finds nothing unless it is given. */
  readonly search?: Search;
  /** Words left in the search field by an earlier load of the page. */
  readonly searched?: string;
  /** Words put in the address bar. */
  readonly asked?: string;
}

export interface OpenedDashboard {
  readonly model: DashboardModel;
  readonly router: Router;
  readonly sites: SiteAccess;
  readonly settings: SettingsStore;
  /** What the rest of the extension was told, in order. */
  readonly announced: readonly string[];
}

/** The dashboard over a database, at noon of 2 March 2026, in a browser that grants whatever is asked. */
export function openDashboard(db: StudyDb, options: DashboardOptions): OpenedDashboard {
  const { snapshot } = options;
  const settings = createMemorySettings({ uiLanguage: 'en', ...options.settings });
  const sites = createMemorySites(options.allowed ?? [], undefined);
  const reviews = createReviewStore(db);
  const queue = createJobQueue(db);
  const erasure = createErasure(db);
  const route = signal<Route>(options.route ?? { name: 'today' });
  const router: Router = {
    route,
    goTo: (next) => {
      route.value = next;
    },
    replace: (next) => {
      route.value = next;
    },
  };
  const announced: string[] = [];
  const model = new DashboardModel({
    library: createLibrary(db),
    reviews,
    forgetting: {
      preview: erasure.preview,
      forget: (what) =>
        forget({ erasure, reviews, snapshot }, what, {
          now: NOON,
          studyDay: '2026-03-02',
          newPerDay: 8,
          size: 8,
        }),
      eraseEverything: () => eraseEverything({ sites, settings, erasure, snapshot }),
      afterwards: async (kind) => void announced.push(kind),
    },
    search: options.search ?? { ask: async () => ({ hits: [], tier: 'hybrid' }) },
    found: createFoundPassages(db),
    searchMemory: {
      read: () => options.searched ?? '',
      write: () => undefined,
      takeAsked: async () => options.asked,
    },
    imports: {
      take: () => Promise.reject(new Error('No text is brought in here')),
      list: createImportStore(db).list,
      isHeld: async () => false,
      hold: async () => {},
      ...options.imports,
    },
    bookmarks: {
      isAllowed: async () => false,
      request: async () => false,
      update: async () => undefined,
      remove: async () => undefined,
      count: () => db.bookmarks.count(),
      ...options.bookmarks,
    },
    sites,
    settings,
    showSource: ({ passageId }) => announced.push(`source.show ${passageId}`),
    engineState: async () => (await readMeta(db, 'engineStatus'))?.state,
    work: {
      progress: queue.progress,
      retry: () => retryQuarantined({ queue, announce: async () => announced.push('retry') }, NOON),
      tryAgain: () => void announced.push('try-again'),
    },
    room: options.room ?? signal<DiskRoomState>('enough'),
    router,
    minute: signal(NOON),
    clock: () => NOON,
    utcOffsetMinutes: () => 0,
    openReview: () => {
      throw new Error('No round of questions here');
    },
  });
  model.connect();
  return { model, router, sites, settings, announced };
}

/** What browsers keep for a page, as long as the test. */
export function createMemoryStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    clear: () => entries.clear(),
    getItem: (key) => entries.get(key) ?? null,
    key: (index) => [...entries.keys()][index] ?? null,
    removeItem: (key) => void entries.delete(key),
    setItem: (key, value) => void entries.set(key, value),
  };
}
