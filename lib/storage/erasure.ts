import type { Erasure, ErasureReceipt } from '@/lib/app/ports/library';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { enqueueJob } from './job-queue';
import { recountConcepts } from './page-concepts';
import type { TableRows } from './schema';
import type { StudyDb } from './study-db';
import { removeVectors } from './vector-chunks';

type Tally = Record<string, number>;

/** Deletion that leaves nothing dangling. Every call is one transaction over all tables. */
export function createErasure(db: StudyDb): Erasure {
  const change = (body: (tally: Tally) => Promise<void>): Promise<ErasureReceipt> =>
    db.transaction('rw', db.tables, async () => {
      const tally: Tally = {};
      await body(tally);
      return tally;
    });
  return {
    deletePassage: (passageId, now) => change((tally) => removePassages(db, [passageId], now, tally)),
    deletePage: (pageId, now) => change((tally) => removePages(db, [pageId], now, tally)),
    deleteSite: (origin, now) =>
      change(async (tally) => {
        const pageIds = await db.pages.where('origin').equals(origin).primaryKeys();
        await removePages(db, pageIds, now, tally);
      }),
    eraseEverything: () =>
      change(async (tally) => {
        for (const table of db.tables) {
          tally[table.name] = await table.count();
          await table.clear();
        }
      }),
  };
}

async function removePages(db: StudyDb, pageIds: readonly string[], now: EpochMs, tally: Tally) {
  const places = await db.occurrences.where('pageId').anyOf(pageIds).toArray();
  await db.occurrences.bulkDelete(places.map((place) => place.id));
  add(tally, 'visits', await db.visits.where('pageId').anyOf(pageIds).delete());
  add(tally, 'pages', await db.pages.where('id').anyOf(pageIds).delete());
  await db.jobs.bulkDelete(pageIds.map((id) => `analyse:${id}`));
  const passageIds = [...new Set(places.map((place) => place.passageId))];
  const elsewhere = await db.occurrences.where('passageId').anyOf(passageIds).toArray();
  const kept = new Set(elsewhere.map((place) => place.passageId));
  await removePassages(
    db,
    passageIds.filter((id) => !kept.has(id)),
    now,
    tally,
  );
}

async function removePassages(db: StudyDb, passageIds: readonly string[], now: EpochMs, tally: Tally) {
  const ids = [...passageIds];
  await removeVectors(db, ids);
  await removeMentions(db, ids);
  await removeExercises(db, ids, tally);
  await removeFromInterests(db, ids, now);
  await db.occurrences.where('passageId').anyOf(ids).delete();
  await db.jobs.bulkDelete(ids.map((id) => `embed:${id}`));
  add(tally, 'passages', await db.passages.where('id').anyOf(ids).delete());
}

async function removeExercises(db: StudyDb, passageIds: readonly string[], tally: Tally) {
  const exerciseIds = await db.exercises.where('passageId').anyOf(passageIds).primaryKeys();
  add(tally, 'reviews', await db.reviews.where('exerciseId').anyOf(exerciseIds).delete());
  add(tally, 'exercises', exerciseIds.length);
  await db.exercises.bulkDelete(exerciseIds);
}

async function removeMentions(db: StudyDb, passageIds: readonly string[]) {
  const mentions = await db.mentions.where('passageId').anyOf(passageIds).toArray();
  await db.mentions.bulkDelete(mentions.map(({ id }) => id));
  await recountConcepts(db, [...new Set(mentions.map(({ conceptId }) => conceptId))]);
}

/** Sizes shrink at once; labels and medoids may speak of what is gone, so the interests are fitted again. */
async function removeFromInterests(db: StudyDb, passageIds: readonly string[], now: EpochMs) {
  const passages = (await db.passages.bulkGet([...passageIds])).filter((row) => row !== undefined);
  const lost = new Map<string, number>();
  for (const { interestId } of passages)
    if (interestId) lost.set(interestId, (lost.get(interestId) ?? 0) + 1);
  for (const [interestId, count] of lost) await shrinkInterest(db, interestId, count, passageIds);
  if (lost.size > 0) await enqueueJob(db, 'refit', 'all', now);
}

async function shrinkInterest(db: StudyDb, interestId: string, lost: number, passageIds: readonly string[]) {
  const interest = await db.interests.get(interestId);
  if (!interest) return;
  const { medoid, ...rest } = interest;
  const passageCount = interest.passageCount - lost;
  if (passageCount <= 0) await db.interests.delete(interestId);
  else
    await db.interests.put({
      ...rest,
      passageCount,
      ...(medoid && !passageIds.includes(medoid.passageId) ? { medoid } : {}),
    });
}

function add(tally: Tally, table: keyof TableRows, count: number) {
  tally[table] = (tally[table] ?? 0) + count;
}
