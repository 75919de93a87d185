import type { Job } from '@/lib/app/job';
import type { InterestStore, Refit, RefitInput } from '@/lib/app/ports/interest-store';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import type { InterestFit, PassagePlace } from '@/lib/domain/interests/model';
import type { Passage } from '@/lib/domain/reading/model';
import { completeJobs, isStillWanted } from './job-queue';
import { readMeta, writeMeta } from './meta';
import { readPassageTerms } from './passage-terms';
import type { StudyDb } from './study-db';

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
  const moved: Passage[] = [];
  await db.passages.each(({ interestId: before, ...passage }) => {
    const wanted = assignments.get(passage.id) ?? before;
    const interestId = wanted !== undefined && existing.has(wanted) ? wanted : undefined;
    if (interestId !== undefined) counts.set(interestId, (counts.get(interestId) ?? 0) + 1);
    if (interestId !== before) moved.push(interestId === undefined ? passage : { ...passage, interestId });
  });
  await db.passages.bulkPut(moved);
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
