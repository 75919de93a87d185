import { readFileSync } from 'node:fs';
import { findPageKeyphrases } from '@/lib/app/page-keyphrases';
import type { WordVectorStore } from '@/lib/app/ports/embedding-store';
import type { Encoder } from '@/lib/app/ports/encoder';
import { chooseKeyphrases, findPromisingTerms } from '@/lib/domain/concepts/extract-keyphrases';
import { rulesFor } from '@/lib/domain/concepts/language-rules';
import { type Background, countBackground } from '@/lib/domain/concepts/term-rarity';
import type { Embedding } from '@/lib/domain/embedding/model';
import { mean } from '@/lib/domain/embedding/vector';
import { chunkText } from '@/lib/domain/reading/chunk-text';
import type { Language } from '@/lib/domain/text/language';
import type { Tagger } from '@/lib/domain/text/token';
import { createChineseTagger } from '@/lib/engine/taggers/chinese-tagger';
import { createEnglishTagger } from '@/lib/engine/taggers/english-tagger';
import { createNodeEncoder } from '@/tests/support/node-encoder';
import type { BenchOptions, BenchResult, BenchRow } from './bench';
import { type KeyedText, normaliseKey, rankByTfIdf, readKeyedTexts, scoreTop } from './keyphrase-scoring';

const DEPTHS = [5, 10, 15] as const;
const MOST = Math.max(...DEPTHS);
const LANGUAGES: readonly Language[] = ['en', 'zh'];
/** About what fits into the model's window. */
const PASSAGE_CHARS: Record<Language, number> = { en: 1_500, zh: 500 };
const CENTERS = new URL('../../public/models/multilingual-e5-small-en-zh/centers.json', import.meta.url);

interface Setup {
  readonly taggers: Record<Language, Tagger>;
  readonly encoder: Encoder;
  readonly words: WordVectorStore;
  readonly centers: Record<Language, number[]>;
}

export async function run({ data, limit }: BenchOptions): Promise<BenchResult> {
  if (data === undefined)
    return { skipped: 'give --data FILE, JSON lines of {id, lang, text, keys, title?}' };
  const texts = readKeyedTexts(data, limit);
  const setup: Setup = {
    taggers: { en: createEnglishTagger(), zh: await createChineseTagger() },
    encoder: await createNodeEncoder(),
    words: createMemoryWords(),
    centers: JSON.parse(readFileSync(CENTERS, 'utf8')).centers,
  };
  const rows: BenchRow[] = [];
  for (const lang of LANGUAGES)
    rows.push(
      ...(await measure(
        texts.filter((text) => text.lang === lang),
        lang,
        setup,
      )),
    );
  return {
    baseline: 'TF-IDF of the same candidates over the file',
    rows,
    notes: [
      `${texts.length} texts; macro F1 per text, exact match of stemmed (en) or blank-free (zh) terms, all keys counted.`,
      'The page formula is made for whole pages; on abstracts, which name most things once, TF-IDF over a corpus may win.',
    ],
  };
}

async function measure(texts: readonly KeyedText[], lang: Language, setup: Setup): Promise<BenchRow[]> {
  if (texts.length === 0) return [];
  const baseline = rankByTfIdf(texts, setup.taggers);
  const withVectors: string[][] = [];
  const withoutVectors: string[][] = [];
  const sample = texts.slice(0, Number(process.env.BG ?? 40)).map((text) => text.text);
  const background = countBackground(sample, setup.taggers[lang], rulesFor(lang));
  for (const text of texts) {
    withVectors.push(await keyphrasesOf(text, background, setup));
    withoutVectors.push(lexicalKeyphrasesOf(text, background, setup));
  }
  const score = (predicted: readonly string[][], k: number) => macroF1(texts, predicted, k, setup.taggers.en);
  return DEPTHS.flatMap((k) => [
    { metric: `${lang} F1@${k}`, unit: '%', value: score(withVectors, k), baseline: score(baseline, k) },
    {
      metric: `${lang} F1@${k}, no vectors`,
      unit: '%',
      value: score(withoutVectors, k),
      baseline: score(baseline, k),
    },
  ]);
}

function pageOf({ id, lang, title = '', text }: KeyedText, background: Background) {
  const passages = chunkText(text, PASSAGE_CHARS[lang]).map((part, i) => ({ id: `${id}:${i}`, text: part }));
  return { lang, title, passages, background };
}

async function keyphrasesOf(
  text: KeyedText,
  background: Background,
  { taggers, encoder, words, centers }: Setup,
): Promise<string[]> {
  const page = pageOf(text, background);
  const vectors = await encoder.encode(
    page.passages.map((passage) => passage.text),
    'passage',
  );
  const meaning = { vector: mean(vectors), center: Float32Array.from(centers[text.lang]) };
  const ports = { tagger: taggers[text.lang], encoder, words };
  return (await findPageKeyphrases(page, meaning, ports, MOST)).map(({ label }) => label);
}

function lexicalKeyphrasesOf(text: KeyedText, background: Background, { taggers }: Setup): string[] {
  const promising = findPromisingTerms(pageOf(text, background), taggers[text.lang]);
  return chooseKeyphrases(promising, MOST).map(({ label }) => label);
}

/** Mean over the texts, in per cent. */
function macroF1(
  texts: readonly KeyedText[],
  predicted: readonly string[][],
  k: number,
  tagEnglish: Tagger,
): number {
  const scores = texts.map(({ lang, keys }, i) => {
    const normalise = (term: string) => normaliseKey(term, lang, tagEnglish);
    return scoreTop((predicted[i] ?? []).map(normalise), keys.map(normalise), k);
  });
  return (100 * scores.reduce((sum, score) => sum + score, 0)) / texts.length;
}

function createMemoryWords(): WordVectorStore {
  const known = new Map<string, Embedding>();
  const idOf = (lang: Language, word: string) => `${lang}:${word}`;
  return {
    async load(lang, words) {
      const found = new Map<string, Embedding>();
      for (const word of words) {
        const vector = known.get(idOf(lang, word));
        if (vector) found.set(word, vector);
      }
      return found;
    },
    async save(lang, vectors) {
      for (const [word, vector] of vectors) known.set(idOf(lang, word), vector);
    },
  };
}
