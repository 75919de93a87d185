import type { FoundPassage, FoundPassages } from '@/lib/app/ports/found-passages';
import type { Occurrence } from '@/lib/domain/reading/model';
import type { StudyDb } from './study-db';

/** Passages as a search shows them. */
export function createFoundPassages(db: StudyDb): FoundPassages {
  const tables = [db.passages, db.occurrences, db.pages, db.interests];
  return {
    load: (passageIds) => db.transaction('r', tables, async () => load(db, [...passageIds])),
    complete: async (idStart) =>
      idStart === '' ? undefined : (await db.passages.where('id').startsWith(idStart).primaryKeys())[0],
  };
}

async function load(db: StudyDb, passageIds: string[]): Promise<FoundPassage[]> {
  const [passages, places, interests] = await Promise.all([
    db.passages.bulkGet(passageIds),
    db.occurrences.where('passageId').anyOf(passageIds).toArray(),
    db.interests.toArray(),
  ]);
  const lastRead = lastPlaces(places);
  const pages = await db.pages.bulkGet(passageIds.map((id) => lastRead.get(id)?.pageId ?? ''));
  return passages.flatMap((passage, i) => {
    const [place, page] = [lastRead.get(passage?.id ?? ''), pages[i]];
    if (passage === undefined || place === undefined || page === undefined) return [];
    return [{ passage, place, page, interest: interests.find(({ id }) => id === passage.interestId) }];
  });
}

function lastPlaces(places: readonly Occurrence[]): Map<string, Occurrence> {
  const last = new Map<string, Occurrence>();
  for (const place of places) {
    const known = last.get(place.passageId);
    if (known === undefined || known.lastReadAt < place.lastReadAt) last.set(place.passageId, place);
  }
  return last;
}
