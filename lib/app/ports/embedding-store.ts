import type { Job } from '@/lib/app/job';
import type { Embedding, LanguageMean } from '@/lib/domain/embedding/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Language, TextLanguage } from '@/lib/domain/text/language';

export type { LanguageMean };

export interface PassageToEmbed {
  readonly id: string;
  readonly text: string;
  readonly lang: TextLanguage;
}

export interface EmbeddingStore {
  textsOf(passageIds: readonly string[]): Promise<PassageToEmbed[]>;
  /** Appends the vectors, updates the language means, completes the jobs and asks for the analysis of their pages, in one transaction. */
  complete(jobs: readonly Job[], vectors: ReadonlyMap<string, Embedding>, now: EpochMs): Promise<void>;
  /**
   * Vectors of the given passages (all when omitted) that the encoder's model made; a passage without one is left out. All of
   * them are kept in memory from one call to the next, which then reads only what has changed.
   */
  load(passageIds?: readonly string[]): Promise<ReadonlyMap<string, Embedding>>;
  languageMeans(): Promise<Partial<Record<Language, LanguageMean>>>;
}

/** Cached query vectors of single words. */
export interface WordVectorStore {
  load(lang: Language, words: readonly string[]): Promise<Map<string, Embedding>>;
}

/** Sees to it that every passage has a vector of the encoder's model. */
export interface VectorRenewal {
  /**
   * Goes on with what an update to another model, or damage to the store, has left to do; does nothing when there is nothing.
   * Asks for the next few hundred vectors once those that were asked for are there. The interests stay as they are meanwhile,
   * and are fitted again when all is done; then the vectors of the earlier model go.
   */
  advance(now: EpochMs): Promise<void>;
}
