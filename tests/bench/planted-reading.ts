import { MODEL_ID } from '@/lib/domain/embedding/model';
import { mean, normalise } from '@/lib/domain/embedding/vector';
import { createSeededRandom, type Random } from '@/lib/domain/shared/random';
import type { Language } from '@/lib/domain/text/language';
import { addChunk, encodeVectors } from '@/lib/storage/coded-vectors';
import { VECTORS_PER_CHUNK } from '@/lib/storage/schema';
import { createStudyDb } from '@/lib/storage/study-db';
import { randomDigest, randomVector } from '@/tests/support/seed-vectors';
import { createWriter } from './generated-reading';

const db = createStudyDb();
const SEED = 7;
const TOPICS = 400;
const PAGE_PASSAGES = 20;

interface Planted {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly vector: Float32Array;
}

/** Every so many passages one is asked about. */
const ASKED_SHARE = 500;
export const asked: Asked[] = [];

interface Asked {
  readonly question: string;
  readonly lang: Language;
  /** Of the passage. */
  readonly vector: Float32Array;
}

/** Stores vectors of so many passages and says how many bytes the browser keeps for them. */
export async function plantVectors(count: number): Promise<number> {
  await Promise.all(db.tables.map((table) => table.clear()));
  const before = await usedBytes();
  for (const portion of portionsOf(count))
    await db.transaction('rw', db.vectorChunks, db.vectorDirectory, async () =>
      addChunk(db, MODEL_ID, encodeVectors(new Map(portion.map(({ id, vector }) => [id, vector])))),
    );
  return (await usedBytes()) - before;
}

/** Stores the passages that belong to the vectors, with where they stand and the means of their languages. */
export async function plantPassages(count: number): Promise<void> {
  const writer = createWriter(SEED);
  const some: Planted[] = [];
  let order = 0;
  for (const portion of portionsOf(count, writer.write)) {
    some.push(...(some.length < 4 * VECTORS_PER_CHUNK ? portion : []));
    for (const { text, lang, vector } of portion.filter((_, i) => i % ASKED_SHARE === 0))
      asked.push({ question: writer.ask(text, lang), lang, vector });
    await db.passages.bulkAdd(
      portion.map(({ id, lang, text }) => {
        return { id, lang, text, kind: 'prose', origin: `https://${lang}.test`, createdAt: 1 };
      }),
    );
    await db.occurrences.bulkAdd(portion.map(({ id, text }) => placeOf(id, text, order++)));
  }
  const means = Object.fromEntries(
    (['en', 'zh'] as const).map((lang) => {
      const vectors = some.filter((passage) => passage.lang === lang).map(({ vector }) => vector);
      return [lang, { count: Math.floor(count / 2), mean: mean(vectors) }];
    }),
  );
  await db.meta.put({ name: 'languageMeans', value: { modelId: MODEL_ID, means } });
}

/** Questions about passages, whose vectors are near the passage's own but not the same. */
export function questionsAsked(count: number): { readonly vector: Float32Array; readonly lang: Language }[] {
  const random = createSeededRandom(SEED + 1);
  return asked.slice(0, count).map(({ vector, lang }) => {
    const noise = randomVector(random);
    return { vector: normalise(vector.map((value, i) => value + 0.4 * (noise[i] ?? 0))), lang };
  });
}

function* portionsOf(count: number, write: (lang: Language) => string = () => ''): Generator<Planted[]> {
  const random = createSeededRandom(SEED);
  const topics = Array.from({ length: TOPICS }, () => randomVector(random));
  const languages = { en: randomVector(random), zh: randomVector(random) };
  for (let from = 0; from < count; from += VECTORS_PER_CHUNK)
    yield Array.from({ length: Math.min(VECTORS_PER_CHUNK, count - from) }, (_, i) => {
      const lang = i % 2 === 0 ? 'en' : 'zh';
      const id = randomDigest(random);
      return { id, lang, text: write(lang), vector: vectorNear(languages[lang], topics, random) };
    });
}

/** As the model's vectors lie: most of each is its language, then its subject, then itself. */
function vectorNear(language: Float32Array, topics: readonly Float32Array[], random: Random): Float32Array {
  const topic = topics[Math.floor(random() * topics.length)];
  const own = randomVector(random);
  return normalise(language.map((value, i) => 2 * value + 0.6 * (topic?.[i] ?? 0) + 0.6 * (own[i] ?? 0)));
}

function placeOf(passageId: string, text: string, order: number) {
  const pageId = `page-${Math.floor(order / PAGE_PASSAGES)}`;
  return {
    id: `${pageId}:${passageId}`,
    pageId,
    passageId,
    order,
    headingPath: [],
    anchor: { prefix: '', exact: text, suffix: '' },
    dwellMs: 8_000,
    readCount: 1,
    lastVisitId: 'visit',
    lastReadAt: order,
    means: 'read' as const,
    requiredMs: 5_000,
    expectedMs: 6_000,
    rereads: 0,
  };
}

async function usedBytes(): Promise<number> {
  const { usage = 0 } = await navigator.storage.estimate();
  return usage;
}
