import {
  type QuestionCard,
  SNAPSHOT_CARDS,
  type SnapshotStore,
  type StudyProgress,
} from '@/lib/app/ports/snapshot';
import { parseCards, parseProgress } from './snapshot-schema';

/** Raised when the stored form changes; older snapshots then count as empty and are made anew. */
const VERSION = 1;
const PROGRESS_KEY = 'gleaner.progress';
const CARDS_KEY = 'gleaner.cards';
const DISTRUST_KEY = 'gleaner.distrust';
const NO_PROGRESS: StudyProgress = { unsaved: [] };

/** Snapshot in the `localStorage` of the extension pages. Whatever is damaged, outdated or foreign in it reads as empty. */
export function createSnapshotStore(storage: Storage): SnapshotStore {
  const isTrusted = () => storage.getItem(DISTRUST_KEY) === null;
  return {
    readProgress: () => {
      const progress = parseProgress(readVersioned(storage, PROGRESS_KEY)) ?? NO_PROGRESS;
      return isTrusted() ? progress : { unsaved: progress.unsaved };
    },
    writeProgress: (progress) => {
      if (!isTrusted()) clear(storage);
      writeVersioned(storage, PROGRESS_KEY, progress);
    },
    readCards: () => (isTrusted() ? (parseCards(readVersioned(storage, CARDS_KEY)) ?? []) : []),
    writeCards: (cards: readonly QuestionCard[]) =>
      writeVersioned(storage, CARDS_KEY, cards.slice(0, SNAPSHOT_CARDS)),
    distrust: () => storage.setItem(DISTRUST_KEY, 'yes'),
    isTrusted,
    clear: () => clear(storage),
  };
}

function clear(storage: Storage): void {
  for (const key of [PROGRESS_KEY, CARDS_KEY, DISTRUST_KEY]) storage.removeItem(key);
}

function readVersioned(storage: Storage, key: string): unknown {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    const isCurrent = typeof stored === 'object' && stored !== null && 'version' in stored;
    return isCurrent && stored.version === VERSION && 'value' in stored ? stored.value : undefined;
  } catch {
    return undefined;
  }
}

/** A full storage loses the snapshot, which costs a slower next opening and a draft, never an answer in the database. */
function writeVersioned(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify({ version: VERSION, value }));
  } catch {
    storage.removeItem(key);
  }
}
