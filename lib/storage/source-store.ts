import type { SourceStore, StoredSource } from '@/lib/app/ports/source-store';
import type { Occurrence } from '@/lib/domain/reading/model';
import type { StudyDb } from './study-db';

/** Passages with where they stand; reads only. */
export function createSourceStore(db: StudyDb): SourceStore {
  const tables = [db.pages, db.visits, db.passages, db.occurrences];
  return {
    find: (passageId, pageId) => db.transaction('r', tables, async () => find(db, passageId, pageId)),
  };
}

async function find(
  db: StudyDb,
  passageId: string,
  pageId: string | undefined,
): Promise<StoredSource | undefined> {
  const places = await db.occurrences.where('passageId').equals(passageId).toArray();
  const [lastRead] = places.sort((one, other) => other.lastReadAt - one.lastReadAt);
  const place = places.find((candidate) => candidate.pageId === pageId) ?? lastRead;
  if (place === undefined) return undefined;
  const [page, passage] = await Promise.all([db.pages.get(place.pageId), db.passages.get(passageId)]);
  if (page === undefined || passage === undefined) return undefined;
  return { page, passage, place, beside: await findBeside(db, place) };
}

/**
 * What stood on the page together with the passage: read in one visit with it, or not again after it. A passage that was
 * only read later may be what became of it.
 */
async function findBeside(db: StudyDb, { pageId, passageId, lastReadAt }: Occurrence): Promise<Occurrence[]> {
  const [visits, places] = await Promise.all([
    db.visits.where('pageId').equals(pageId).toArray(),
    db.occurrences.where('pageId').equals(pageId).toArray(),
  ]);
  const together = visits.filter(({ dwellByPassage }) => dwellByPassage[passageId] !== undefined);
  const readTogether = new Set(together.flatMap(({ dwellByPassage }) => Object.keys(dwellByPassage)));
  return places.filter(
    (place) =>
      place.passageId !== passageId && (readTogether.has(place.passageId) || place.lastReadAt <= lastReadAt),
  );
}
