import type { Erasure, ErasureReceipt, Forgetting } from '@/lib/app/ports/erasure';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { TableRows } from '../schema';
import type { StudyDb } from '../study-db';
import { countVectors } from '../vector-chunks';
import { surviveLoss } from '../vector-loss';
import { type Doomed, pagesLeft } from './doomed';
import { findDoomed } from './find-doomed';
import { dropBorrowedTerms, removeExercises } from './remove-exercises';
import { removeBookmarks, removeImports } from './remove-imports';
import { removeReading } from './remove-reading';
import { removeTerms } from './remove-terms';
import { removeDecisions, removeEvents, removeJobs } from './remove-traces';
import { removeMeaning } from './remove-vectors';
import { shrinkInterests } from './shrink-interests';
import { Tally } from './tally';

/** Forgetting that leaves nothing behind and nothing dangling. Every call is one transaction over all tables. */
export function createErasure(db: StudyDb): Erasure {
  const change = (body: (tally: Tally) => Promise<void>): Promise<ErasureReceipt> =>
    surviveLoss(db, () =>
      db.transaction('rw', db.tables, async () => {
        const tally = new Tally();
        await body(tally);
        return tally.receipt();
      }),
    );
  return {
    preview: (what) =>
      db.transaction('r', db.tables, async () => countDoomed(db, await findDoomed(db, what))),
    forget: (what, now) => change((tally) => forget(db, what, now, tally)),
    forgetEverything: () => change((tally) => clearTables(db, tally)),
  };
}

async function forget(db: StudyDb, what: Forgetting, now: EpochMs, tally: Tally): Promise<void> {
  const doomed = await findDoomed(db, what);
  const passages = (await db.passages.bulkGet([...doomed.passageIds])).filter((row) => row !== undefined);
  const pages = (await db.pages.bulkGet([...doomed.pageIds])).filter((row) => row !== undefined);
  await removeJobs(db, doomed, now, tally);
  await removeMeaning(db, passages, tally);
  const exerciseIds = await removeExercises(db, doomed.passageIds, tally);
  await removeReading(db, doomed, tally);
  // What is a sum over several passages is made of those that are left.
  const forms = await removeTerms(db, doomed, tally);
  await shrinkInterests(db, passages, forms, { now, tally });
  await dropBorrowedTerms(db, forms, passages, pagesLeft(doomed));
  await removeEvents(db, what, [...doomed.pageIds, ...doomed.passageIds, ...exerciseIds], tally);
  await removeDecisions(db, what, pages, tally);
  await removeImports(db, what, pages, tally);
  await removeBookmarks(db, what, tally);
}

async function countDoomed(db: StudyDb, { pageIds, passageIds }: Doomed) {
  const exerciseIds = await db.exercises.where('passageId').anyOf(passageIds).primaryKeys();
  const [pages, passages, reviews] = await Promise.all([
    db.pages.where('id').anyOf(pageIds).count(),
    db.passages.where('id').anyOf(passageIds).count(),
    db.reviews.where('exerciseId').anyOf(exerciseIds).count(),
  ]);
  return { pages, passages, exercises: exerciseIds.length, reviews };
}

async function clearTables(db: StudyDb, tally: Tally): Promise<void> {
  const vectors = await countVectors(db);
  for (const table of db.tables) {
    const name = table.name as keyof TableRows;
    // The directory of the vectors is counted with them.
    if (name !== 'vectorDirectory') tally.add(name, name === 'vectorChunks' ? vectors : await table.count());
    await table.clear();
  }
}
