import type { Concept, Keyphrase } from '../concepts/model';
import type { Passage } from '../reading/model';
import type { Language, TextLanguage } from '../text/language';
import { splitSentences } from '../text/split-sentences';
import type { Tagger } from '../text/token';
import type { Blank } from './blanks/blank';
import { findBlanks } from './blanks/find-blanks';
import { KeyTermMap } from './blanks/key-terms';
import type { Term } from './distractors/term';
import { type Draft, type DraftContext, draftExercise } from './draft';
import { refuseSentence } from './gate/refuse-sentence';
import { type TaggedSentence, tagSentences } from './tagged-sentence';

/** Blocks that hold sentences; code, tables and formulas do not. */
const ASKED_KINDS: ReadonlySet<Passage['kind']> = new Set(['prose', 'quote', 'list']);

/** While the most frequent term is on fewer pages than this, how common a term is cannot be told. */
const FEWEST_PAGES = 4;

export interface PageText {
  readonly title: string;
  readonly passages: readonly Passage[];
  readonly passageLanguages: ReadonlyMap<string, TextLanguage>;
  readonly keyphrases: Partial<Record<Language, readonly Keyphrase[]>>;
  readonly concepts: Partial<Record<Language, readonly Concept[]>>;
}

export interface DraftedPage {
  /** Every sentence that can be asked about with its best blank, in page order. */
  readonly drafts: readonly Draft[];
  /** Names that the page mentions, as wrong options for each other. */
  readonly names: Readonly<Record<Language, readonly Term[]>>;
}

export function draftPage(page: PageText, taggers: Partial<Record<Language, Tagger>>): DraftedPage {
  const contexts = { en: contextOf(page, 'en'), zh: contextOf(page, 'zh') };
  const names = { en: new Map<string, Term>(), zh: new Map<string, Term>() };
  const drafts: Draft[] = [];
  for (const sentence of sentencesOf(page, taggers)) {
    const { lang } = sentence;
    const blanks = findBlanks(sentence, contexts[lang].keyTerms);
    for (const name of blanks.flatMap(nameTerm)) names[lang].set(name.id, name);
    const draft = refuseSentence(sentence) === undefined && draftExercise(sentence, blanks, contexts[lang]);
    if (draft) drafts.push(draft);
  }
  return { drafts, names: { en: [...names.en.values()], zh: [...names.zh.values()] } };
}

function sentencesOf(page: PageText, taggers: Partial<Record<Language, Tagger>>): TaggedSentence[] {
  return page.passages.flatMap((passage) => {
    const lang = page.passageLanguages.get(passage.id) ?? passage.lang;
    const tagger = lang === 'other' ? undefined : taggers[lang];
    if (lang === 'other' || tagger === undefined || !ASKED_KINDS.has(passage.kind)) return [];
    return tagSentences(passage, splitSentences(passage.text, lang), lang, tagger);
  });
}

function nameTerm({ kind, text, headTag }: Blank): Term[] {
  return kind === 'name' ? [{ id: `name:${text}`, label: text, forms: [text], headTag }] : [];
}

function contextOf({ title, keyphrases, concepts }: PageText, lang: Language): DraftContext {
  const known = concepts[lang] ?? [];
  const pages = new Map(known.map(({ key, documentFrequency }) => [key, documentFrequency]));
  const most = Math.max(0, ...pages.values());
  return {
    title,
    keyTerms: new KeyTermMap(keyphrases[lang] ?? []),
    commonness: (key) => (most < FEWEST_PAGES ? 0 : (pages.get(key) ?? 0) / most),
  };
}
