import type { SettingsStore } from '@/lib/app/ports/settings';
import { sha256Hex, sha256OfBytes } from '@/lib/platform/sha256';
import { heldWork } from '@/lib/storage/held-work';
import { createImportStore } from '@/lib/storage/import-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import type { StudyDb } from '@/lib/storage/study-db';
import type { ImportEnvironment } from '@/lib/ui/dashboard/import-model';

interface ImportParts {
  readonly db: StudyDb;
  readonly settings: SettingsStore;
  readonly clock: () => number;
  /** Tells the rest of the extension that there is more to work on. */
  readonly announce: () => void;
}

/** How long to wait before looking again whether there is room in the queue. */
const ROOM_CHECK_MS = 3_000;

/** What the section for bringing texts in needs of browser and storage. */
export function createImports({ db, settings, clock, announce }: ImportParts): ImportEnvironment {
  const imports = createImportStore(db);
  const queue = createJobQueue(db);
  const ports = {
    imports,
    settings,
    hash: sha256Hex,
    hashBytes: sha256OfBytes,
    announce,
    waitForRoom: () => new Promise<void>((resolve) => setTimeout(resolve, ROOM_CHECK_MS)),
    now: clock,
  };
  return {
    take: async (brought, onStep, stopping) => {
      const { takeIn } = await import('./take-in');
      return takeIn(ports, brought, onStep, stopping);
    },
    list: imports.list,
    isHeld: async () => (await heldWork(db)).has('imports'),
    hold: async (isHeld) => {
      await (isHeld ? queue.hold('imports') : queue.resume('imports'));
      announce();
    },
  };
}
