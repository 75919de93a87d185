import { JOB_LANES, type Job, type JobLane } from '@/lib/app/job';
import type { EmbeddingStore } from '@/lib/app/ports/embedding-store';
import { type Embedding, MODEL_ID } from '@/lib/domain/embedding/model';
import type { Passage } from '@/lib/domain/reading/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { completeJobs, enqueueJob } from './job-queue';
import { extendLanguageMeans, readLanguageMeans } from './language-means';
import type { StudyDb } from './study-db';
import { appendVectors, readVectors, storedAmong } from './vector-chunks';
import { surviveLoss } from './vector-loss';
import { createVectorMemory } from './vector-memory';
import { renewalTables, renewVectors } from './vector-renewal';

/**
 * Passage vectors and the running means of their languages, of one model only: vectors of two never meet.
 *
 * @param modelId the model that the encoder runs
 */
export function createEmbeddingStore(db: StudyDb, modelId: string = MODEL_ID): EmbeddingStore {
  const memory = createVectorMemory(db, modelId);
  return {
    async textsOf(passageIds) {
      const passages = await db.passages.bulkGet([...passageIds]);
      return passages.flatMap((passage) => (passage ? [pickText(passage)] : []));
    },
    complete: (jobs, vectors, now) =>
      surviveLoss(db, () =>
        db.transaction('rw', [db.occurrences, ...renewalTables(db)], async () => {
          await storeVectors(db, { jobs, vectors, modelId, now });
          await completeJobs(db, jobs, now);
          if (jobs.some(({ lane }) => lane === 'renewal')) await renewVectors(db, modelId, now);
        }),
      ),
    load: async (passageIds) => (passageIds ? loadSome(db, passageIds, modelId) : memory.load()),
    languageMeans: () => readLanguageMeans(db, modelId),
  };
}

function pickText({ id, text, lang }: Passage) {
  return { id, text, lang };
}

function loadSome(db: StudyDb, passageIds: readonly string[], modelId: string) {
  const tables = [db.vectorChunks, db.vectorDirectory, db.passages, db.meta];
  return surviveLoss(db, () =>
    db.transaction('rw', tables, async () => readVectors(db, passageIds, modelId)),
  );
}

interface MadeVectors {
  readonly jobs: readonly Job[];
  readonly vectors: ReadonlyMap<string, Embedding>;
  readonly modelId: string;
  readonly now: EpochMs;
}

/** A vector that is there already, or whose passage was deleted meanwhile, is left out: doing a job twice changes nothing. */
async function storeVectors(db: StudyDb, { jobs, vectors, modelId, now }: MadeVectors): Promise<void> {
  const known = await storedAmong(db, [...vectors.keys()], modelId);
  const rows = await db.passages.bulkGet([...vectors.keys()]);
  const passages = rows.filter((row) => row !== undefined).filter((row) => !known.has(row.id));
  const added = passages.flatMap((passage) => {
    const vector = vectors.get(passage.id);
    return vector ? [{ id: passage.id, lang: passage.lang, vector }] : [];
  });
  await appendVectors(db, new Map(added.map(({ id, vector }) => [id, vector])), modelId);
  await extendLanguageMeans(db, modelId, added);
  const laneOf = new Map(jobs.map(({ ref, lane }) => [ref, lane]));
  for (const lane of JOB_LANES) {
    const waiting = passages.filter(({ id }) => (laneOf.get(id) ?? 'view') === lane);
    await askForAnalysis(db, waiting.filter(isNews), now, lane);
  }

  /** A vector that is only made anew tells nothing new of its page. */
  function isNews({ id, interestId }: Passage): boolean {
    return laneOf.get(id) !== 'renewal' || interestId === undefined;
  }
}

/** What follows from work is as urgent as the work. */
async function askForAnalysis(
  db: StudyDb,
  passages: readonly Passage[],
  now: EpochMs,
  lane: JobLane,
): Promise<void> {
  if (passages.length === 0) return;
  const ids = passages.map((passage) => passage.id);
  const occurrences = await db.occurrences.where('passageId').anyOf(ids).toArray();
  for (const pageId of new Set(occurrences.map((occurrence) => occurrence.pageId)))
    await enqueueJob(db, 'analyse', pageId, now, lane);
}
