import type { EpochMs } from '../shared/clock';
import { createSeededRandom } from '../shared/random';
import type { Language } from '../text/language';
import { chooseDistractors, type TermVectors } from './distractors/choose-distractors';
import { numberDistractors } from './distractors/number-distractors';
import type { Term } from './distractors/term';
import { stemOf } from './draft';
import { foldAnswer } from './grading/fold-answer';
import type { Exercise, ExerciseKind, QualityTerms } from './model';
import { seedOf } from './options';
import type { ScoredDraft } from './select-drafts';

/** An exercise before it is given its id and its memory. */
export type ExerciseContent = Omit<Exercise, 'id' | 'status' | 'createdAt' | 'memory'>;

/** Terms that wrong options of a language are taken from, with vectors for each draft when the encoder was there. */
export interface DistractorPool {
  readonly terms: readonly Term[];
  readonly vectors: ReadonlyMap<ScoredDraft, TermVectors>;
}

/** A key of more words or characters than this is tedious to type: better chosen. */
const LONG_TO_TYPE = { en: 3, zh: 8 } as const;

/**
 * Turns drafts into exercises, cloze and choice by turns in each language, as far as there are good wrong options. A
 * choice comes first, so that even a single page has both.
 */
export function assembleExercises(
  drafts: readonly ScoredDraft[],
  pools: Partial<Record<Language, DistractorPool>>,
  context: { readonly pageText: string; readonly now: EpochMs },
): ExerciseContent[] {
  const nextKind: Record<Language, ExerciseKind> = { en: 'choice', zh: 'choice' };
  return drafts.map((draft) => {
    const { lang } = draft.sentence;
    const wantsChoice = nextKind[lang] === 'choice' || isTedious(draft);
    const distractors = wantsChoice ? distractorsOf(draft, pools[lang], context) : [];
    const kind: ExerciseKind = distractors.length > 0 ? 'choice' : 'cloze';
    if (kind === nextKind[lang]) nextKind[lang] = kind === 'choice' ? 'cloze' : 'choice';
    return contentOf(draft, kind, distractors);
  });
}

function isTedious({ sentence: { lang }, blank: { text } }: ScoredDraft): boolean {
  return (lang === 'zh' ? [...text].length : text.split(/[\s-]+/).length) > LONG_TO_TYPE[lang];
}

function distractorsOf(
  draft: ScoredDraft,
  pool: DistractorPool | undefined,
  { pageText, now }: { readonly pageText: string; readonly now: EpochMs },
): string[] {
  const { sentence, blank } = draft;
  if (blank.kind === 'number') {
    const random = createSeededRandom(seedOf(`${sentence.passageId}${sentence.start}${blank.text}`));
    return numberDistractors(blank.text, random, new Date(now).getUTCFullYear());
  }
  const question = {
    ...stemOf(draft),
    lang: sentence.lang,
    key: blank.text,
    headTag: draft.keyphrase?.headTag ?? blank.tokens.at(-1)?.tag ?? '',
    pageText,
  };
  return chooseDistractors(question, pool?.terms ?? [], pool?.vectors.get(draft));
}

function contentOf(draft: ScoredDraft, kind: ExerciseKind, distractors: readonly string[]): ExerciseContent {
  const { sentence, blank, keyphrase } = draft;
  const { lang, passageId, text, start, end } = sentence;
  const quality: QualityTerms = { ...draft.terms, score: draft.score };
  return {
    kind,
    lang,
    passageId,
    ...(keyphrase === undefined ? {} : { conceptId: `${lang}:${keyphrase.key}` }),
    stem: stemOf(draft),
    key: blank.text,
    accepted: kind === 'cloze' ? otherForms(draft) : [],
    distractors,
    source: { sentence: text, start, end },
    quality,
  };
}

/** Surface forms of the term that folding does not make equal to the key. */
function otherForms({ keyphrase, blank, sentence: { lang } }: ScoredDraft): string[] {
  const folds = new Set([foldAnswer(blank.text, lang)]);
  return (keyphrase?.forms ?? []).filter((form) => {
    const fold = foldAnswer(form, lang);
    const isNew = !folds.has(fold);
    folds.add(fold);
    return isNew;
  });
}
