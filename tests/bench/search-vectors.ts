import { type Centres, centre, centresFor } from '@/lib/domain/embedding/centring';
import { codedLength, decodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { unpackIds } from '@/lib/domain/embedding/passage-ids';
import { dot } from '@/lib/domain/embedding/vector';
import { bestOf } from '@/lib/domain/search/best-of';
import { ReadingIndex } from '@/lib/domain/search/reading-index';
import { VectorTable } from '@/lib/domain/search/vector-table';
import type { Language, TextLanguage } from '@/lib/domain/text/language';
import { loadLanguagePriors } from '@/lib/engine/language-priors';
import { createSearchSource } from '@/lib/storage/search-source';
import { createVectorChunks } from '@/lib/storage/stored-vectors';
import { createStudyDb } from '@/lib/storage/study-db';
import { questionsAsked } from './planted-reading';

const LIMIT = 20;
const NO_WORDS = { keys: [], openKeys: new Set<string>() };
const db = createStudyDb();

let index = new ReadingIndex();
let centres: Centres = {};

/** Milliseconds to make all stored vectors comparable, once it is known which passages there are. */
export async function loadVectors(): Promise<number> {
  const source = createSearchSource(db);
  index = new ReadingIndex();
  for await (const portion of source.passages()) for (const passage of portion) index.put(passage);
  centres = centresFor(await loadLanguagePriors(`${location.origin}/`), await source.languageMeans());
  index.recentre(centres);
  const vectors = createVectorChunks(db);
  const startedAt = performance.now();
  for await (const { passageIds, bytes } of vectors.load(await vectors.list()))
    index.setVectors(unpackIds(passageIds), bytes);
  return performance.now() - startedAt;
}

/** Milliseconds of each query by vector alone, nothing of it outside this thread. */
export function timeVectorQueries(count: number): number[] {
  return questionsAsked(count).map((meaning) => {
    const startedAt = performance.now();
    index.find({ terms: NO_WORDS, meaning, filter: {}, count: LIMIT });
    return performance.now() - startedAt;
  });
}

/**
 * What looking at every vector in full precision finds and takes, and the share of its ten best that comparing signs first
 * keeps.
 */
export async function compareWithExact(count: number): Promise<{ recall: number; exactMs: number[] }> {
  const { rows, table } = await readEverything();
  const slots = [...rows.keys()];
  const exactMs: number[] = [];
  let kept = 0;
  const questions = questionsAsked(count);
  for (const { vector, lang } of questions) {
    const question = table.prepare(vector, lang);
    const startedAt = performance.now();
    const exact = bestOf(slots, 10, (slot) => dot(question.centred, rows[slot] ?? question.centred));
    exactMs.push(performance.now() - startedAt);
    const found = new Set(table.nearest(question, 10, () => true));
    kept += exact.filter((slot) => found.has(slot)).length;
  }
  return { recall: kept / (10 * questions.length), exactMs };
}

async function readEverything() {
  const langs = new Map((await db.passages.toArray()).map(({ id, lang }) => [id, lang]));
  const table = new VectorTable();
  table.recentre(centres);
  const rows: Float32Array[] = [];
  const vectors = createVectorChunks(db);
  for await (const { passageIds, bytes } of vectors.load(await vectors.list()))
    unpackIds(passageIds).forEach((id, row) => {
      const lang: TextLanguage = langs.get(id) ?? 'en';
      table.set(rows.length, lang, new Uint8Array(bytes, row * codedLength(), codedLength()));
      rows.push(centre(decodeInt8(bytes, row * codedLength()), centreOf(lang === 'zh' ? 'zh' : 'en')));
    });
  return { rows, table };
}

function centreOf(lang: Language): Float32Array {
  return centres[lang] ?? new Float32Array();
}
