import type { Language } from '../text/language';
import { stemOf } from './draft';
import { findAliases } from './find-aliases';
import type { Exercise, ExerciseKind, QualityTerms } from './model';
import type { ScoredDraft } from './select-drafts';

/** An exercise before it is given its id and its memory. */
export type ExerciseContent = Omit<Exercise, 'id' | 'status' | 'createdAt' | 'memory'>;

/** A key of more words or characters than this is tedious to type: better chosen. */
const LONG_TO_TYPE = { en: 3, zh: 8 } as const;

/**
 * Turns drafts into exercises, choice and cloze by turns in each language, as far as there are good wrong options. A
 * choice comes first, so that even a short page has both.
 *
 * @param distractors wrong options of each draft; none where there are too few good ones
 * @param pageText text of the whole page, for other names of the keys
 */
export function assembleExercises(
  drafts: readonly ScoredDraft[],
  distractors: ReadonlyMap<ScoredDraft, readonly string[]>,
  pageText: string,
): ExerciseContent[] {
  const nextKind: Record<Language, ExerciseKind> = { en: 'choice', zh: 'choice' };
  return drafts.map((draft) => {
    const { lang } = draft.sentence;
    const options = distractors.get(draft) ?? [];
    const wantsChoice = nextKind[lang] === 'choice' || isTedious(draft);
    const kind: ExerciseKind = wantsChoice && options.length > 0 ? 'choice' : 'cloze';
    if (kind === nextKind[lang]) nextKind[lang] = kind === 'choice' ? 'cloze' : 'choice';
    return contentOf(draft, kind, kind === 'choice' ? options : [], pageText);
  });
}

function isTedious({ sentence: { lang }, blank: { text } }: ScoredDraft): boolean {
  return (lang === 'zh' ? [...text].length : text.split(/[\s-]+/).length) > LONG_TO_TYPE[lang];
}

function contentOf(
  draft: ScoredDraft,
  kind: ExerciseKind,
  distractors: readonly string[],
  pageText: string,
): ExerciseContent {
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
    accepted: kind === 'cloze' ? findAliases(blank.text, pageText, lang) : [],
    distractors,
    source: { sentence: text, start, end },
    quality,
  };
}
