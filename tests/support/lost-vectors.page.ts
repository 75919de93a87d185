import { MODEL_ID } from '@/lib/domain/embedding/model';
import { createSeededRandom } from '@/lib/domain/shared/random';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { writeMeta } from '@/lib/storage/meta';
import { createVectorChunks } from '@/lib/storage/stored-vectors';
import { createStudyDb } from '@/lib/storage/study-db';
import { createVectorRenewal } from '@/lib/storage/vector-renewal';
import { randomVector, seedVectors } from './seed-vectors';
import { buildPassage, NOON } from './study-rows';

/** Runs in a page of the extension, with a database that the engine does not look at. */
const db = createStudyDb('lost-vectors');

export async function seed(count: number): Promise<void> {
  const ids = await seedVectors(db, count);
  await db.passages.bulkAdd(ids.map((id) => buildPassage({ id })));
  await writeMeta(db, 'languageMeans', { modelId: MODEL_ID, means: {} });
}

/** What can be done with the vectors that are left, and how many passages wait to be embedded again. */
export async function goOn() {
  const chunks = createVectorChunks(db);
  const passageIds = await db.passages.toCollection().primaryKeys();
  const [first = ''] = passageIds;
  const receipt = await createErasure(db).forget({ kind: 'passage', passageId: first }, NOON);
  let read = 0;
  for await (const { count } of chunks.load(await chunks.list())) read += count;
  const store = createEmbeddingStore(db);
  const vector = randomVector(createSeededRandom(1));
  await db.passages.add(buildPassage({ id: 'new' }));
  await store.complete([], new Map([['new', vector]]), NOON);
  await createVectorRenewal(db).advance(NOON);
  const means = await store.languageMeans();
  return {
    forgotten: receipt.passages,
    read,
    found: (await store.load(['new'])).size,
    mean: means.en?.count,
    waiting: await db.jobs.where('state').equals('pending').count(),
  };
}
