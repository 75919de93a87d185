import type { SearchSource } from '@/lib/app/ports/search-source';
import type { Occurrence, Passage } from '@/lib/domain/reading/model';
import type { IndexedPassage } from '@/lib/domain/search/passage-table';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { createEmbeddingStore } from './embedding-store';
import { collectChanges } from './reading-changes';
import type { StudyDb } from './study-db';

/** Rows read at a time: many enough to be fast, few enough for a question to be answered in between. */
const PORTION = 1_000;

/** What was read, for an index over it. Changes are collected from now on. */
export function createSearchSource(db: StudyDb): SearchSource {
  const changes = collectChanges(db);
  return {
    passages: () => passagesInPortions(db),
    async passagesOf(passageIds) {
      const rows = await db.passages.bulkGet([...passageIds]);
      const passages = rows.filter((row) => row !== undefined);
      const places = await db.occurrences.where('passageId').anyOf(passageIds).toArray();
      return withTimes(passages, places);
    },
    async textsOf(passageIds) {
      const rows = await db.passages.bulkGet([...passageIds]);
      return new Map(rows.flatMap((row) => (row ? [[row.id, row.text] as const] : [])));
    },
    passageIds: () => db.passages.toCollection().primaryKeys(),
    passageIdsOfInterest: async (interestId) =>
      new Set(await db.passages.where('interestId').equals(interestId).primaryKeys()),
    languageMeans: () => createEmbeddingStore(db).languageMeans(),
    takeChanges: changes.take,
  };
}

async function* passagesInPortions(db: StudyDb): AsyncGenerator<IndexedPassage[]> {
  let after = '';
  for (;;) {
    const rows = await db.passages.where('id').above(after).limit(PORTION).toArray();
    const last = rows.at(-1);
    if (!last) return;
    // One range of the index is read many times as fast as a thousand of its keys.
    const places = await db.occurrences.where('passageId').between(after, last.id, false, true).toArray();
    yield withTimes(rows, places);
    after = last.id;
  }
}

function withTimes(passages: readonly Passage[], places: readonly Occurrence[]): IndexedPassage[] {
  const times = new Map<string, EpochMs>();
  for (const { passageId, lastReadAt } of places)
    times.set(passageId, Math.max(lastReadAt, times.get(passageId) ?? 0));
  return passages.map(({ id, text, lang, origin, createdAt }) => {
    return { id, text, lang, origin, lastReadAt: times.get(id) ?? createdAt };
  });
}
