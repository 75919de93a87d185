import type { Passage } from '@/lib/domain/reading/model';
import { reduceLanguageMeans } from '../language-means';
import { readMeta } from '../meta';
import type { StudyDb } from '../study-db';
import { readVectors, removeVectors } from '../vector-chunks';
import type { Tally } from './tally';

/**
 * Takes vectors of whatever model, their share in the means of their languages, and the cache of word vectors. That cache
 * does not say which page a word came from, so all of it goes: what is needed again is worked out again.
 */
export async function removeMeaning(db: StudyDb, passages: readonly Passage[], tally: Tally): Promise<void> {
  if (passages.length === 0) return;
  const ids = passages.map(({ id }) => id);
  await reduceMeans(db, passages, ids, tally);
  tally.add('vectorChunks', await removeVectors(db, ids));
  tally.add('words', await db.words.count());
  await db.words.clear();
}

async function reduceMeans(
  db: StudyDb,
  passages: readonly Passage[],
  ids: readonly string[],
  tally: Tally,
): Promise<void> {
  const modelId = (await readMeta(db, 'languageMeans'))?.modelId;
  if (modelId === undefined) return;
  const vectors = await readVectors(db, ids, modelId);
  const removed = passages.flatMap(({ id, lang }) => {
    const vector = vectors.get(id);
    return vector ? [{ lang, vector }] : [];
  });
  const changed = await reduceLanguageMeans(db, modelId, removed);
  if (changed > 0) tally.add('meta', changed);
}
