import type { Encoder } from '@/lib/app/ports/encoder';
import { type Centres, centre } from '@/lib/domain/embedding/centring';
import type { Embedding } from '@/lib/domain/embedding/model';
import { dot, mean } from '@/lib/domain/embedding/vector';
import type { OptionVectors } from '@/lib/domain/exercises/distractors/choose-distractors';
import { type Draft, stemOf } from '@/lib/domain/exercises/draft';
import { keepFoundFirst } from '@/lib/domain/exercises/gate/rank-check';
import type { ScoredDraft } from '@/lib/domain/exercises/select-drafts';
import { isAdvice, scoreSentence } from '@/lib/domain/exercises/sentence-score';
import type { Language, TextLanguage } from '@/lib/domain/text/language';

/** Vectors of the stored passages, by language, and the centres that they are compared from. */
export interface PassageSpace {
  readonly centres: Centres;
  /** Raw, unit length: of many thousand passages few are ever looked at one by one. */
  readonly passages: Readonly<Record<Language, ReadonlyMap<string, Embedding>>>;
}

/** Advice to the reader ("you can …") is asked about only where a page has little else. */
const ADVICE_PENALTY = -0.3;

/** What the encoder sees in place of the key. */
const GAP = '____';

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** A pool smaller than this has no mean of its own worth subtracting. */
const LEAST_POOL = 8;

/**
 * @param centres of the languages; for a missing one the mean of the given vectors serves, and a language without vectors
 *   has none, so that nothing of it is encoded
 */
export function createPassageSpace(
  vectors: ReadonlyMap<string, Embedding>,
  languages: ReadonlyMap<string, TextLanguage>,
  centres: Centres,
): PassageSpace {
  const raw = { en: new Map<string, Embedding>(), zh: new Map<string, Embedding>() };
  for (const [id, vector] of vectors) {
    const lang = languages.get(id);
    if (lang === 'en' || lang === 'zh') raw[lang].set(id, vector);
  }
  const centreOf = (lang: Language): Float32Array | undefined =>
    raw[lang].size > 0 ? (centres[lang] ?? mean([...raw[lang].values()])) : undefined;
  const [en, zh] = [centreOf('en'), centreOf('zh')];
  return { centres: { ...(en && { en }), ...(zh && { zh }) }, passages: raw };
}

/** Scores drafts by sentence (closeness to the passage, where that has a vector) and blank together. */
export async function scoreDrafts(
  drafts: readonly Draft[],
  space: PassageSpace,
  encoder: Encoder,
): Promise<ScoredDraft[]> {
  const known = drafts.filter(({ sentence }) => space.passages[sentence.lang].has(sentence.passageId));
  const texts = known.map(({ sentence }) => sentence.text);
  const encoded = await encodeCentred(known, texts, 'passage', space, encoder);
  return drafts.map((draft) => {
    const own = centredPassage(draft, space);
    const vector = encoded.get(draft);
    const sentence = scoreSentence(draft.sentence, own && vector && dot(own, vector));
    const advice = isAdvice(draft.sentence) ? ADVICE_PENALTY : 0;
    return {
      ...draft,
      score: sentence + advice + draft.blankScore,
      terms: { ...draft.terms, sentence, advice },
    };
  });
}

/** Drops drafts whose stem is closer to another stored passage than to its own. */
export async function keepFindable(
  drafts: readonly ScoredDraft[],
  space: PassageSpace,
  encoder: Encoder,
): Promise<ScoredDraft[]> {
  const known = drafts.filter(({ sentence }) => space.passages[sentence.lang].has(sentence.passageId));
  const stems = await encodeCentred(known, known.map(gapped), 'query', space, encoder);
  const asked = Array.from(stems, ([draft, vector]) => {
    const { lang, passageId } = draft.sentence;
    return { draft, lang, vector, passageId };
  });
  const found = LANGUAGES.flatMap((lang) => {
    const center = space.centres[lang];
    const own = asked.filter((stem) => stem.lang === lang);
    return center ? keepFoundFirst(own, space.passages[lang], center) : own;
  });
  const findable = new Set(found.map(({ draft }) => draft));
  return drafts.filter((draft) => !stems.has(draft) || findable.has(draft));
}

/** A draft and the terms to choose its wrong options from. */
export interface OptionSearch {
  readonly draft: ScoredDraft;
  readonly options: readonly string[];
}

/** Vectors to choose wrong options by, for drafts of one language; empty without a centre for it. */
export async function encodeOptions(
  searches: readonly OptionSearch[],
  lang: Language,
  space: PassageSpace,
  encoder: Encoder,
): Promise<Map<ScoredDraft, OptionVectors>> {
  const center = space.centres[lang];
  const options = [...new Set(searches.flatMap((search) => search.options))];
  if (center === undefined || options.length === 0) return new Map();
  const drafts = searches.map(({ draft }) => draft);
  const raw = await encoder.encode([...options, ...drafts.map(({ blank }) => blank.text)], 'passage');
  const termCenter = options.length >= LEAST_POOL ? mean(raw.slice(0, options.length)) : center;
  const [optionVectors, keyVectors] = [raw.slice(0, options.length), raw.slice(options.length)];
  const byText = new Map(
    optionVectors.map((vector, index) => [options[index] ?? '', centre(vector, termCenter)]),
  );
  const stems = await encodeCentred(drafts, drafts.map(gapped), 'query', space, encoder);
  return new Map(
    drafts.flatMap((draft, index) => {
      const key = keyVectors[index];
      const stem = stems.get(draft);
      return key && stem ? [[draft, { options: byText, key: centre(key, termCenter), stem }] as const] : [];
    }),
  );
}

function gapped(draft: Draft): string {
  const { before, after } = stemOf(draft);
  return before + GAP + after;
}

/** Vector of the passage that a draft is from, where it has one. */
function centredPassage({ sentence }: Draft, { passages, centres }: PassageSpace): Float32Array | undefined {
  const own = passages[sentence.lang].get(sentence.passageId);
  const center = centres[sentence.lang];
  return own && center && centre(own, center);
}

/** Vectors of texts, each taken from the centre of its draft's language, by draft. */
async function encodeCentred<Item extends Draft>(
  drafts: readonly Item[],
  texts: readonly string[],
  role: 'passage' | 'query',
  { centres }: PassageSpace,
  encoder: Encoder,
): Promise<Map<Item, Float32Array>> {
  if (texts.length === 0) return new Map();
  const vectors = await encoder.encode(texts, role);
  return new Map(
    drafts.flatMap((draft, index) => {
      const vector = vectors[index];
      const center = centres[draft.sentence.lang];
      return vector && center ? [[draft, centre(vector, center)] as const] : [];
    }),
  );
}
