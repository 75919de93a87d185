import type { Encoder } from '@/lib/app/ports/encoder';
import type { Concept, Keyphrase } from '@/lib/domain/concepts/model';
import {
  chooseDistractors,
  type Question,
  usableOptions,
} from '@/lib/domain/exercises/distractors/choose-distractors';
import { numberDistractors } from '@/lib/domain/exercises/distractors/number-distractors';
import { poolOf, type Term } from '@/lib/domain/exercises/distractors/term';
import { stemOf } from '@/lib/domain/exercises/draft';
import type { ScoredDraft } from '@/lib/domain/exercises/select-drafts';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { createSeededRandom, seedOf } from '@/lib/domain/shared/random';
import type { Language } from '@/lib/domain/text/language';
import { encodeOptions, type PassageSpace } from './exercise-vectors';

/** What wrong options are taken from. */
export interface OptionSources {
  readonly keyphrases: Partial<Record<Language, readonly Keyphrase[]>>;
  readonly names: Readonly<Record<Language, readonly Term[]>>;
  readonly concepts: Partial<Record<Language, readonly Concept[]>>;
  /** Text of the whole page. */
  readonly pageText: string;
}

/** Terms of one language that are looked at, and those of them that are encoded for one draft (about 5 tokens each). */
const POOL_LIMIT = 1000;
const OPTION_LIMIT = 30;

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/**
 * Wrong options for each draft: other values for a number, else terms of the learner's own reading. A draft with too few
 * good ones is left out.
 */
export async function findDistractors(
  drafts: readonly ScoredDraft[],
  sources: OptionSources,
  space: PassageSpace,
  ports: { readonly encoder: Encoder; readonly now: EpochMs },
): Promise<Map<ScoredDraft, readonly string[]>> {
  const found = new Map<ScoredDraft, readonly string[]>();
  for (const lang of LANGUAGES) {
    const pool = poolOf(
      sources.keyphrases[lang] ?? [],
      sources.names[lang],
      sources.concepts[lang] ?? [],
      POOL_LIMIT,
    );
    const searches = drafts.flatMap((draft) => {
      const question = questionOf(draft, sources.pageText);
      if (draft.sentence.lang !== lang || question === undefined) return [];
      return [{ draft, question, options: usableOptions(question, pool).slice(0, OPTION_LIMIT) }];
    });
    const vectors = await encodeOptions(searches, lang, space, ports.encoder);
    for (const { draft, question, options } of searches) {
      found.set(draft, chooseDistractors(question, options, vectors.get(draft)));
    }
  }
  for (const draft of drafts.filter(({ blank }) => blank.kind === 'number'))
    found.set(draft, otherNumbers(draft, ports.now));
  return found;
}

function questionOf(draft: ScoredDraft, pageText: string): Question | undefined {
  const { sentence, blank } = draft;
  if (blank.kind === 'number') return undefined;
  const { lang } = sentence;
  return { ...stemOf(draft), lang, key: blank.text, headTag: blank.headTag, kind: blank.kind, pageText };
}

function otherNumbers({ sentence, blank }: ScoredDraft, now: EpochMs): string[] {
  const random = createSeededRandom(seedOf(`${sentence.passageId}:${sentence.start}:${blank.text}`));
  return numberDistractors(blank.text, random, new Date(now).getUTCFullYear());
}
