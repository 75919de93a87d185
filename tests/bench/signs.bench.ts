import { encodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { VectorTable } from '@/lib/domain/search/vector-table';
import type { Language } from '@/lib/domain/text/language';
import { splitSentences } from '@/lib/domain/text/split-sentences';
import type { BenchOptions, BenchResult } from './bench';
import { centresOf, type EmbeddedText, embedTexts, readTexts } from './labelled-texts';

/** One of so many sentences is left out of what is searched and looked for instead. */
const ONE_IN = 50;
const TEN = 10;
const WANTED_RECALL = 0.99;

interface Sentence {
  readonly text: string;
  readonly lang: Language;
}

/** How well the signs of real vectors choose what is compared exactly, beside comparing everything exactly. */
export async function run({ data, limit }: BenchOptions): Promise<BenchResult> {
  if (data === undefined) return { skipped: 'give --data FILE, JSON lines of {lang, text}' };
  const sentences = readSentences(data, limit);
  const asked = await embedTexts(
    sentences.filter((_, i) => i % ONE_IN === 0),
    'query',
  );
  const kept = await embedTexts(sentences.filter((_, i) => i % ONE_IN !== 0));
  const signs = searchAll(kept, asked, 0);
  const exact = searchAll(kept, asked, Number.POSITIVE_INFINITY);
  const found = exact.hits.map((slots, i) => slots.filter((slot) => signs.hits[i]?.includes(slot)).length);
  const recall = found.reduce((sum, count) => sum + count, 0) / (TEN * asked.length);
  const firsts = exact.hits.filter(([first = -1], i) => signs.hits[i]?.includes(first)).length;
  return {
    baseline: 'every vector compared exactly',
    rows: [
      {
        metric: 'recall of the ten best',
        unit: '',
        value: recall,
        baseline: 1,
        target: `at least ${WANTED_RECALL}`,
        met: recall >= WANTED_RECALL,
      },
      { metric: 'recall of the best', unit: '', value: firsts / asked.length, baseline: 1 },
      { metric: 'time of a question', unit: 'ms', value: signs.meanMs, baseline: exact.meanMs },
    ],
    notes: [`${kept.length} sentences searched, ${asked.length} others asked for, both languages together`],
  };
}

/** Sentences of all texts, each once. */
function readSentences(path: string, limit = Number.POSITIVE_INFINITY): Sentence[] {
  const found = new Map<string, Sentence>();
  for (const { text, lang } of readTexts(path))
    for (const { start, end } of splitSentences(text, lang)) {
      const sentence = text.slice(start, end);
      found.set(sentence, { text: sentence, lang });
    }
  return [...found.values()].slice(0, limit);
}

function searchAll(
  kept: readonly EmbeddedText<Sentence>[],
  asked: readonly EmbeddedText<Sentence>[],
  prefilterAbove: number,
): { hits: number[][]; meanMs: number } {
  const table = new VectorTable(prefilterAbove);
  table.recentre(centresOf(kept));
  for (const [slot, { text, raw }] of kept.entries())
    table.set(slot, text.lang, new Uint8Array(encodeInt8(raw)));
  const startedAt = performance.now();
  const hits = asked.map(({ text, raw }) => table.nearest(table.prepare(raw, text.lang), TEN, () => true));
  return { hits, meanMs: (performance.now() - startedAt) / asked.length };
}
