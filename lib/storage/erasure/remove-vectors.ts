import { reduceMean } from '@/lib/domain/embedding/centring';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import type { Passage } from '@/lib/domain/reading/model';
import { readMeta, writeMeta } from '../meta';
import type { StudyDb } from '../study-db';
import { readVectors, removeVectors } from '../vector-chunks';
import type { Tally } from './tally';

/**
 * Takes vectors, their share in the means of their languages, and the cache of word vectors. That cache does not say which
 * page a word came from, so all of it goes: what is needed again is worked out again.
 */
export async function removeMeaning(db: StudyDb, passages: readonly Passage[], tally: Tally): Promise<void> {
  if (passages.length === 0) return;
  await reduceLanguageMeans(db, passages, tally);
  tally.add(
    'vectorChunks',
    await removeVectors(
      db,
      passages.map(({ id }) => id),
    ),
  );
  tally.add('words', await db.words.count());
  await db.words.clear();
}

async function reduceLanguageMeans(db: StudyDb, passages: readonly Passage[], tally: Tally): Promise<void> {
  const stored = await readMeta(db, 'languageMeans');
  if (stored?.modelId !== MODEL_ID) return;
  const vectors = await readVectors(
    db,
    passages.map(({ id }) => id),
  );
  const means = { ...stored.means };
  for (const lang of ['en', 'zh'] as const) {
    const lost = passages.flatMap((passage) =>
      passage.lang === lang ? (vectors.get(passage.id) ?? []) : [],
    );
    const reduced = reduceMean(means[lang], lost);
    if (reduced === means[lang]) continue;
    if (reduced) means[lang] = reduced;
    else delete means[lang];
    tally.add('meta', 1);
  }
  await writeMeta(db, 'languageMeans', { modelId: MODEL_ID, means });
}
