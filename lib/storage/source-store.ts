import type { SourceStore, StoredSource } from '@/lib/app/ports/source-store';
import type { StudyDb } from './study-db';

/** Passages with where they stand; reads only. */
export function createSourceStore(db: StudyDb): SourceStore {
  const tables = [db.pages, db.passages, db.occurrences];
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
  const others = await db.occurrences.where('pageId').equals(page.id).toArray();
  return { page, passage, place, others };
}
