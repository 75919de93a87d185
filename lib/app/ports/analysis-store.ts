import type { Job } from '@/lib/app/job';
import type { Concept, Keyphrase } from '@/lib/domain/concepts/model';
import type { Embedding } from '@/lib/domain/embedding/model';
import type { Exercise } from '@/lib/domain/exercises/model';
import type { Passage } from '@/lib/domain/reading/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Language, TextLanguage } from '@/lib/domain/text/language';

export interface PageForAnalysis {
  readonly pageId: string;
  readonly title: string;
  /** In page order; passages that were read only. */
  readonly passages: readonly Passage[];
}

export interface PageAnalysis {
  readonly keyphrases: Partial<Record<Language, readonly Keyphrase[]>>;
  readonly exercises: readonly Exercise[];
  /** Interest of each passage, by nearest centroid; passages left out stay as they are. */
  readonly assignments: ReadonlyMap<string, string>;
  /** Vectors of words that were met for the first time. */
  readonly words: readonly NewWords[];
  /** Whether enough is new for the interests to be fitted again. */
  readonly refit: boolean;
}

export interface NewWords {
  readonly lang: Language;
  readonly vectors: ReadonlyMap<string, Embedding>;
}

export interface AnalysisStore {
  /** Absent when the page was deleted meanwhile. */
  loadPage(pageId: string): Promise<PageForAnalysis | undefined>;
  /** Concepts found on the most pages first. */
  conceptsOf(lang: Language, limit: number): Promise<Concept[]>;
  /** Wording of the newest passages of the language on other pages, by which common words are told from rare ones. */
  textsBeside(pageId: string, lang: Language, limit: number): Promise<string[]>;
  storedExercises(passageIds: readonly string[]): Promise<Exercise[]>;
  /**
   * Languages of the passages that are keys of the map; one that is gone is left out. They are kept in memory from one call to
   * the next, which then reads only the new ones.
   */
  passageLanguages(passages: ReadonlyMap<string, unknown>): Promise<ReadonlyMap<string, TextLanguage>>;
  /**
   * Replaces the mentions of the page's passages, recounts their concepts, adds exercises that are not there yet (never
   * touching the memory of one that is), assigns interests, keeps the new words and completes the job, in one transaction.
   * Whatever belongs to a passage that was deleted meanwhile is left out; when something was forgotten meanwhile, nothing
   * is written at all, since terms and wrong options may come from it.
   */
  complete(job: Job, page: PageForAnalysis, analysis: PageAnalysis, now: EpochMs): Promise<void>;
  /** Completes a job whose page is gone. */
  dismiss(job: Job, now: EpochMs): Promise<void>;
}
