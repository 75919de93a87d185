import type { PageForAnalysis } from '@/lib/app/ports/analysis-store';
import type { Encoder } from '@/lib/app/ports/encoder';
import type { Concept, Keyphrase } from '@/lib/domain/concepts/model';
import type { Centres } from '@/lib/domain/embedding/centring';
import type { Embedding } from '@/lib/domain/embedding/model';
import { assembleExercises, type ExerciseContent } from '@/lib/domain/exercises/assemble';
import { draftPage } from '@/lib/domain/exercises/draft-page';
import type { Exercise } from '@/lib/domain/exercises/model';
import { selectDrafts } from '@/lib/domain/exercises/select-drafts';
import { newMemory } from '@/lib/domain/scheduling/scheduler';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Language, TextLanguage } from '@/lib/domain/text/language';
import type { Tagger } from '@/lib/domain/text/token';
import { createPassageSpace, keepFindable, scoreDrafts } from './exercise-vectors';
import { findDistractors } from './find-distractors';

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

/** Exercises of one passage and of one page. */
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
  const { page, stored, passageLanguages } = input;
  const { encoder } = ports;
  const space = createPassageSpace(input.vectors, passageLanguages, input.centres ?? {});
  const { drafts, names } = draftPage({ ...input, ...page }, ports.taggers);
  const scored = await scoreDrafts(drafts, space, encoder);
  const findable = await keepFindable(selectDrafts(scored, stored, SHORTLIST), space, encoder);
  const chosen = selectDrafts(findable, stored, LIMITS);
  const sources = { ...input, names, pageText: page.passages.map(({ text }) => text).join('\n') };
  const distractors = await findDistractors(chosen, sources, space, ports);
  const contents = assembleExercises(chosen, distractors, sources.pageText);
  return Promise.all(contents.map((content) => finishExercise(content, ports)));
}

async function finishExercise(content: ExerciseContent, { hash, now }: WritingPorts): Promise<Exercise> {
  const { passageId, kind, stem, key } = content;
  const id = await hash([passageId, kind, stem.before, stem.after, key].join('\u0000'));
  return { ...content, id, status: 'active', createdAt: now, memory: newMemory(now) };
}
