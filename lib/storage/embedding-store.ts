import { JOB_LANES, type Job, type JobLane } from '@/lib/app/job';
import type { EmbeddingStore, LanguageMean } from '@/lib/app/ports/embedding-store';
import { extendMean } from '@/lib/domain/embedding/centring';
import { type Embedding, MODEL_ID } from '@/lib/domain/embedding/model';
import type { Passage } from '@/lib/domain/reading/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Language } from '@/lib/domain/text/language';
import { completeJobs, enqueueJob } from './job-queue';
import { readMeta, writeMeta } from './meta';
import type { StudyDb } from './study-db';
import { appendVectors, readVectors, storedAmong } from './vector-chunks';

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** Passage vectors and the running means of their languages. */
export function createEmbeddingStore(db: StudyDb): EmbeddingStore {
  return {
    async textsOf(passageIds) {
      const passages = await db.passages.bulkGet([...passageIds]);
      return passages.flatMap((passage) => (passage ? [pickText(passage)] : []));
    },
    complete: (jobs, vectors, now) =>
      db.transaction('rw', [db.passages, db.occurrences, db.vectorChunks, db.meta, db.jobs], async () =>
        complete(db, jobs, vectors, now),
      ),
    load: (passageIds) => readVectors(db, passageIds),
    languageMeans: () => languageMeans(db),
  };
}

function pickText({ id, text, lang }: Passage) {
  return { id, text, lang };
}

/** A vector that is there already, or whose passage was deleted meanwhile, is left out: doing a job twice changes nothing. */
async function complete(
  db: StudyDb,
  jobs: readonly Job[],
  vectors: ReadonlyMap<string, Embedding>,
  now: EpochMs,
): Promise<void> {
  const known = await storedAmong(db, [...vectors.keys()]);
  const rows = await db.passages.bulkGet([...vectors.keys()]);
  const passages = rows.filter((row) => row !== undefined).filter((row) => !known.has(row.id));
  const added = passages.flatMap((passage) => {
    const vector = vectors.get(passage.id);
    return vector ? [{ passage, vector }] : [];
  });
  await appendVectors(db, new Map(added.map(({ passage, vector }) => [passage.id, vector])));
  await extendLanguageMeans(db, added);
  for (const lane of JOB_LANES) await askForAnalysis(db, passagesIn(lane, passages, jobs), now, lane);
  await completeJobs(db, jobs, now);
}

/** Passages whose jobs came by the lane, since what follows from work is as urgent as the work. */
function passagesIn(lane: JobLane, passages: readonly Passage[], jobs: readonly Job[]): Passage[] {
  const refs = new Set(jobs.filter((job) => job.lane === lane).map(({ ref }) => ref));
  return passages.filter(({ id }) => refs.has(id));
}

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

async function languageMeans(db: StudyDb): Promise<Partial<Record<Language, LanguageMean>>> {
  const stored = await readMeta(db, 'languageMeans');
  return stored?.modelId === MODEL_ID ? stored.means : {};
}

async function extendLanguageMeans(
  db: StudyDb,
  added: readonly { passage: Passage; vector: Embedding }[],
): Promise<void> {
  if (added.length === 0) return;
  const means = { ...(await languageMeans(db)) };
  for (const lang of LANGUAGES) {
    const vectors = added.filter(({ passage }) => passage.lang === lang).map(({ vector }) => vector);
    const extended = extendMean(means[lang], vectors);
    if (extended) means[lang] = extended;
  }
  await writeMeta(db, 'languageMeans', { modelId: MODEL_ID, means });
}
