import type { Job } from '@/lib/app/job';
import type { InterestStore, Refit, RefitInput } from '@/lib/app/ports/interest-store';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import type { InterestFit, PassagePlace } from '@/lib/domain/interests/model';
import type { Passage } from '@/lib/domain/reading/model';
import { completeJobs, isStillWanted } from './job-queue';
import { readMeta, writeMeta } from './meta';
import { readPassageTerms } from './passage-terms';
import type { StudyDb } from './study-db';

const ROWS_AT_ONCE = 1_000;

/**
 * The interests, and what a refit reads and writes.
 *
 * @param modelId the model that the encoder runs; what lies among vectors of another is no measure for its own
 */
export function createInterestStore(db: StudyDb, modelId: string = MODEL_ID): InterestStore {
  // Dexie follows native awaits only inside a scope that is itself an async function.
  return {
    list: async () => (await db.interests.toArray()).filter((interest) => interest.modelId === modelId),
    lastFit: () => db.transaction('r', db.meta, async () => lastFit(db, modelId)),
    loadForRefit: () =>
      db.transaction('r', [db.pages, db.passages, db.occurrences, db.interests, db.meta], async () =>
        loadForRefit(db),
      ),
    termsOf: (passageIds) =>
      db.transaction('r', [db.mentions, db.concepts], async () => readPassageTerms(db, passageIds)),
    completeRefit: (job, refit) =>
      db.transaction('rw', [db.passages, db.interests, db.meta, db.jobs], async () =>
        completeRefit(db, job, refit),
      ),
  };
}

async function lastFit(db: StudyDb, modelId: string): Promise<InterestFit | undefined> {
  const fit = await readMeta(db, 'interestFit');
  const space = await readMeta(db, 'vectorSpace');
  if (!fit || space === undefined || space.modelId === modelId) return fit;
  const { centres: _, ...habit } = fit;
  return habit;
}

async function loadForRefit(db: StudyDb): Promise<RefitInput> {
  const lastFit = await readMeta(db, 'interestFit');
  return {
    passages: await db.passages.toArray(),
    places: await loadPlaces(db),
    interests: await db.interests.toArray(),
    ...(lastFit && { lastFit }),
  };
}

async function loadPlaces(db: StudyDb): Promise<PassagePlace[]> {
  const titles = new Map((await db.pages.toArray()).map(({ id, title }) => [id, title]));
  const occurrences = await db.occurrences.toArray();
  return occurrences.map(({ passageId, pageId, order }) => {
    return { passageId, pageId, pageTitle: titles.get(pageId) ?? '', order };
  });
}

async function completeRefit(db: StudyDb, job: Job, { interests, assignments, fit }: Refit): Promise<void> {
  if (!(await isStillWanted(db, job))) return;
  const existing = new Set(interests.map(({ id }) => id));
  const counts = new Map<string, number>();
  const moved = new Map<string, string | undefined>();
  for (const [passageId, before] of await interestsOfPassages(db)) {
    const wanted = assignments.get(passageId) ?? before;
    const interestId = wanted !== undefined && existing.has(wanted) ? wanted : undefined;
    if (interestId !== undefined) counts.set(interestId, (counts.get(interestId) ?? 0) + 1);
    if (interestId !== before) moved.set(passageId, interestId);
  }
  await movePassages(db, moved);
  await db.interests.clear();
  await db.interests.bulkAdd(
    interests.flatMap((interest) => {
      const passageCount = counts.get(interest.id) ?? 0;
      return passageCount > 0 ? [{ ...interest, passageCount }] : [];
    }),
  );
  await writeMeta(db, 'interestFit', fit);
  await completeJobs(db, [job], fit.at);
}

/** Interest of every passage, from keys alone: the rows hold all that was ever read. */
async function interestsOfPassages(db: StudyDb): Promise<Map<string, string | undefined>> {
  const passageIds = await db.passages.toCollection().primaryKeys();
  const interestOf = new Map<string, string | undefined>(passageIds.map((id) => [id, undefined]));
  for (const interestId of await db.passages.orderBy('interestId').uniqueKeys())
    for (const id of await db.passages.where('interestId').equals(interestId).primaryKeys())
      interestOf.set(id, String(interestId));
  return interestOf;
}

/** @param moved new interest by passage id; a passage without one has none any more */
async function movePassages(db: StudyDb, moved: ReadonlyMap<string, string | undefined>): Promise<void> {
  const ids = [...moved.keys()];
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const rows = await db.passages.bulkGet(ids.slice(from, from + ROWS_AT_ONCE));
    await db.passages.bulkPut(
      rows.flatMap((row): Passage[] => {
        if (!row) return [];
        const { interestId: _, ...passage } = row;
        const interestId = moved.get(row.id);
        return [interestId === undefined ? passage : { ...passage, interestId }];
      }),
    );
  }
}
