import type { LanguageMean } from '@/lib/app/ports/embedding-store';
import { extendMean, reduceMean } from '@/lib/domain/embedding/centring';
import { decodeInt8, encodeInt8 } from '@/lib/domain/embedding/int8-codec';
import type { Embedding } from '@/lib/domain/embedding/model';
import { unpackIds } from '@/lib/domain/embedding/passage-ids';
import { normalise } from '@/lib/domain/embedding/vector';
import type { Passage } from '@/lib/domain/reading/model';
import type { Language } from '@/lib/domain/text/language';
import { VECTOR_BYTES } from './coded-vectors';
import { readMeta, writeMeta } from './meta';
import type { VectorChunk } from './schema';
import type { StudyDb } from './study-db';
import { chunkIdsOf } from './vector-directory';

export type LanguageMeans = Partial<Record<Language, LanguageMean>>;

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** A passage's language with its vector. */
export interface Spoken {
  readonly lang: Passage['lang'];
  readonly vector: Embedding;
}

/** Running means of the vectors of one model; none are kept of any other. */
export async function readLanguageMeans(db: StudyDb, modelId: string): Promise<LanguageMeans> {
  const stored = await readMeta(db, 'languageMeans');
  return stored?.modelId === modelId ? stored.means : {};
}

/**
 * Adds vectors to the means of their languages. Runs inside the caller's transaction on `meta`. They count as they are
 * stored: what is taken out again is read from the store, and each difference by rounding would stay in the mean for good.
 */
export async function extendLanguageMeans(
  db: StudyDb,
  modelId: string,
  added: readonly Spoken[],
): Promise<void> {
  if (added.length === 0) return;
  await writeMeta(db, 'languageMeans', {
    modelId,
    means: extended(await readLanguageMeans(db, modelId), added.map(asStored)),
  });
}

/**
 * Takes vectors out of the means of their languages. Runs inside the caller's transaction on `meta`.
 *
 * @returns how many means are others now
 */
export async function reduceLanguageMeans(
  db: StudyDb,
  modelId: string,
  removed: readonly Spoken[],
): Promise<number> {
  const means = { ...(await readLanguageMeans(db, modelId)) };
  let changed = 0;
  for (const lang of LANGUAGES) {
    const reduced = reduceMean(means[lang], vectorsOf(removed, lang));
    if (reduced === means[lang]) continue;
    changed += 1;
    if (reduced) means[lang] = reduced;
    else delete means[lang];
  }
  if (changed > 0) await writeMeta(db, 'languageMeans', { modelId, means });
  return changed;
}

/** Works the means out anew from all vectors. Runs inside the caller's transaction on the vectors, `passages` and `meta`. */
export async function recountLanguageMeans(db: StudyDb, modelId: string): Promise<void> {
  let means: LanguageMeans = {};
  for (const id of await chunkIdsOf(db, modelId)) {
    const chunk = await db.vectorChunks.get(id);
    if (chunk) means = extended(means, await spokenIn(db, chunk));
  }
  await writeMeta(db, 'languageMeans', { modelId, means });
}

async function spokenIn(db: StudyDb, { passageIds, bytes }: VectorChunk): Promise<Spoken[]> {
  const passages = await db.passages.bulkGet(unpackIds(passageIds));
  return passages.flatMap((passage, row) =>
    passage ? [{ lang: passage.lang, vector: normalise(decodeInt8(bytes, row * VECTOR_BYTES)) }] : [],
  );
}

function asStored({ lang, vector }: Spoken): Spoken {
  return { lang, vector: normalise(decodeInt8(encodeInt8(vector))) };
}

function extended(means: LanguageMeans, added: readonly Spoken[]): LanguageMeans {
  const result = { ...means };
  for (const lang of LANGUAGES) {
    const mean = extendMean(means[lang], vectorsOf(added, lang));
    if (mean) result[lang] = mean;
  }
  return result;
}

function vectorsOf(spoken: readonly Spoken[], language: Language): Embedding[] {
  return spoken.flatMap(({ lang, vector }) => (lang === language ? [vector] : []));
}
