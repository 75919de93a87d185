import type { Search } from '@/lib/app/ports/search';
import { send } from '@/lib/messaging/bus';
import { takeAskedSearch } from '@/lib/platform/asked-search';
import { createFoundPassages } from '@/lib/storage/found-passages';
import type { StudyDb } from '@/lib/storage/study-db';
import type { ReadingEnvironment, SearchMemory } from '@/lib/ui/dashboard/reading-model';

const REMEMBERED = 'search';

/** @param storage of this tab only; goes with it */
export function createSearching(
  db: StudyDb,
  storage: Storage,
): Pick<ReadingEnvironment, 'search' | 'found' | 'searchMemory'> {
  return {
    search: createSearchClient(),
    found: createFoundPassages(db),
    searchMemory: createSearchMemory(storage),
  };
}

/** The engine, reached through the background. */
function createSearchClient(): Search {
  return {
    ask: async (request) => {
      const reply = await send('search.ask', request);
      if (reply.ok) return reply.value;
      throw new Error(reply.error.code);
    },
  };
}

function createSearchMemory(storage: Storage): SearchMemory {
  return {
    read: () => storage.getItem(REMEMBERED) ?? '',
    write: (text) => (text === '' ? storage.removeItem(REMEMBERED) : storage.setItem(REMEMBERED, text)),
    takeAsked: takeAskedSearch,
  };
}
