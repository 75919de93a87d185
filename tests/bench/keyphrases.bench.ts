import { readFileSync } from 'node:fs';
import { findPageKeyphrases, type WordMemory } from '@/lib/app/page-keyphrases';
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
/** As many texts as the product looks at beside a page. */
const BACKGROUND_TEXTS = 40;
const CENTERS = new URL('../../public/models/multilingual-e5-small-en-zh/centers.json', import.meta.url);

interface Setup {
  readonly taggers: Record<Language, Tagger>;
  readonly encoder: Encoder;
  readonly words: WordMemory;
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
  for (const lang of LANGUAGES) rows.push(...(await measure(ofLanguage(texts, lang), setup)));
  return {
    baseline: 'TF-IDF of the same candidates over the file',
    rows,
    notes: [
      `${texts.length} texts, as if each were a page and up to ${BACKGROUND_TEXTS} others of the file had been read before.`,
      'Macro F1 per text, exact match of stemmed (en) or blank-free (zh) terms; all keys counted, also those not in the text.',
    ],
  };
}

function ofLanguage(texts: readonly KeyedText[], lang: Language): KeyedText[] {
  return texts.filter((text) => text.lang === lang);
}

async function measure(texts: readonly KeyedText[], setup: Setup): Promise<BenchRow[]> {
  const [first] = texts;
  if (!first) return [];
  const { lang } = first;
  const baseline = rankByTfIdf(texts, setup.taggers);
  const withVectors: string[][] = [];
  const withoutVectors: string[][] = [];
  const backgroundOf = countBackgrounds(texts, setup.taggers[lang], lang);
  for (const [i, text] of texts.entries()) {
    withVectors.push(await keyphrasesOf(text, backgroundOf(i), setup));
    withoutVectors.push(lexicalKeyphrasesOf(text, backgroundOf(i), setup));
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

/** Texts of the first half see the last texts of the file, the others the first ones, so that none sees itself. */
function countBackgrounds(
  texts: readonly KeyedText[],
  tagger: Tagger,
  lang: Language,
): (i: number) => Background {
  const half = Math.floor(texts.length / 2);
  const size = Math.min(BACKGROUND_TEXTS, half);
  const count = (part: readonly KeyedText[]) =>
    countBackground(
      part.map(({ text }) => text),
      tagger,
      rulesFor(lang),
    );
  const [head, tail] = [count(texts.slice(0, size)), count(texts.slice(texts.length - size))];
  return (i) => (i < half ? tail : head);
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

function createMemoryWords(): WordMemory {
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
