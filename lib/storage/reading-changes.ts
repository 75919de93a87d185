import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import type { ReadingChanges } from '@/lib/app/ports/search-source';
import type { StudyDb } from './study-db';

export interface ChangeCollector {
  /** What has been written since the last call. */
  take(): ReadingChanges;
  stop(): void;
}

/** Notes which passages are written and read, by whatever context of the extension, from now on. */
export function collectChanges(db: StudyDb): ChangeCollector {
  let passageIds: Set<string> | 'all' = new Set();
  let readIds: Set<string> | 'all' = new Set();

  const note = (parts: ObservabilitySet) => {
    const written = (table: string) => singleKeys(parts[`idb://${db.name}/${table}/`]);
    passageIds = joined(passageIds, written('passages'));
    readIds = joined(readIds, passagesOfPlaces(written('occurrences')));
  };
  Dexie.on('storagemutated', note);

  return {
    take() {
      const taken = { passageIds, readIds };
      passageIds = new Set();
      readIds = new Set();
      return taken;
    },
    stop: () => Dexie.on.storagemutated.unsubscribe(note),
  };
}

/** The keys of a set of ranges, unless one of them covers more than a key: writes of many rows are not told one by one. */
function singleKeys(ranges: ObservabilitySet[string] | undefined): string[] | 'all' {
  if (!ranges) return [];
  const keys: string[] = [];
  for (const { from, to } of RangeSet(ranges)) {
    if (from !== to) return 'all';
    keys.push(String(from));
  }
  return keys;
}

/** An occurrence is called by its page and its passage. */
function passagesOfPlaces(placeIds: readonly string[] | 'all'): readonly string[] | 'all' {
  return placeIds === 'all' ? 'all' : placeIds.map((id) => id.slice(id.lastIndexOf(':') + 1));
}

function joined(known: Set<string> | 'all', added: readonly string[] | 'all'): Set<string> | 'all' {
  if (known === 'all' || added === 'all') return 'all';
  for (const key of added) known.add(key);
  return known;
}
