import type { PageForAnalysis } from '@/lib/app/ports/analysis-store';
import type { Encoder } from '@/lib/app/ports/encoder';
import type { Concept, Keyphrase } from '@/lib/domain/concepts/model';
import type { Centres } from '@/lib/domain/embedding/centring';
import type { Embedding } from '@/lib/domain/embedding/model';
import {
  assembleExercises,
  type DistractorPool,
  type ExerciseContent,
} from '@/lib/domain/exercises/assemble';
import { poolOf } from '@/lib/domain/exercises/distractors/term';
import { draftPage } from '@/lib/domain/exercises/draft-page';
import type { Exercise } from '@/lib/domain/exercises/model';
import { type ScoredDraft, selectDrafts } from '@/lib/domain/exercises/select-drafts';
import { newMemory } from '@/lib/domain/scheduling/scheduler';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Language, TextLanguage } from '@/lib/domain/text/language';
import type { Tagger } from '@/lib/domain/text/token';
import { createPassageSpace, encodePool, keepFindable, scoreDrafts } from './exercise-vectors';

export interface WritingInput {
  readonly page: PageForAnalysis;
  /** Best first. */
  readonly keyphrases: Partial<Record<Language, readonly Keyphrase[]>>;
  /** The learner's terms, for wrong options. */
  readonly concepts: Partial<Record<Language, readonly Concept[]>>;
  /** Exercises that exist for the passages of the page. */
  readonly stored: readonly Exercise[];
  /** Vectors of all passages that have one, not only of this page. */
  readonly vectors: ReadonlyMap<string, Embedding>;
  readonly passageLanguages: ReadonlyMap<string, TextLanguage>;
  /** Where vectors of a language scatter around; without it the mean of the given vectors serves. */
  readonly centres?: Centres;
}

export interface WritingPorts {
  readonly encoder: Encoder;
  readonly taggers: Partial<Record<Language, Tagger>>;
  /** SHA-256 in hexadecimal. */
  readonly hash: (text: string) => Promise<string>;
  readonly now: EpochMs;
}

/** Terms offered as wrong options for one page and language; each costs the encoder about 5 tokens. */
const POOL_LIMIT = 160;

const LIMITS = { perPassage: 2, perPage: 12 };

/** Drafts looked at more closely than are needed, since some will not be found again among the stored passages. */
const SHORTLIST = { perPassage: 3, perPage: 24 };

/**
 * New exercises for a page, at most 2 for each passage and 12 for the page with those that exist, spread over its length.
 * The same page gives the same exercises, and none that is stored already.
 *
 * @throws EncoderError when vectors exist but the encoder fails; passages without a vector need no encoder
 */
export async function writeExercises(input: WritingInput, ports: WritingPorts): Promise<Exercise[]> {
  const { page, keyphrases, passageLanguages, stored } = input;
  const { encoder } = ports;
  const space = createPassageSpace(input.vectors, passageLanguages, input.centres ?? {});
  const drafts = draftPage({ passages: page.passages, passageLanguages, keyphrases }, ports.taggers);
  const scored = await scoreDrafts(drafts, space, encoder);
  const findable = await keepFindable(selectDrafts(scored, stored, SHORTLIST), space, encoder);
  const chosen = selectDrafts(findable, stored, LIMITS);
  const pools = { en: await poolFor('en', chosen, input), zh: await poolFor('zh', chosen, input) };
  const pageText = page.passages.map(({ text }) => text).join('\n');
  const contents = assembleExercises(chosen, pools, { pageText, now: ports.now });
  return Promise.all(contents.map((content) => finishExercise(content, ports)));

  async function poolFor(
    lang: Language,
    drafted: readonly ScoredDraft[],
    from: WritingInput,
  ): Promise<DistractorPool> {
    const own = drafted.filter(({ sentence }) => sentence.lang === lang);
    const terms =
      own.length > 0 ? poolOf(from.keyphrases[lang] ?? [], from.concepts[lang] ?? [], POOL_LIMIT) : [];
    return encodePool(terms, own, space, encoder);
  }
}

async function finishExercise(content: ExerciseContent, { hash, now }: WritingPorts): Promise<Exercise> {
  const { passageId, kind, stem, key } = content;
  const id = await hash([passageId, kind, stem.before, stem.after, key].join('\u0000'));
  return { ...content, id, status: 'active', createdAt: now, memory: newMemory(now) };
}
