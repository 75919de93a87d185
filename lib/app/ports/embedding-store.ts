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
  /** Vectors of the given passages (all when omitted) for the current model; a passage without a vector is left out. */
  load(passageIds?: readonly string[]): Promise<Map<string, Embedding>>;
  languageMeans(): Promise<Partial<Record<Language, LanguageMean>>>;
}

/** Cached query vectors of single words. */
export interface WordVectorStore {
  load(lang: Language, words: readonly string[]): Promise<Map<string, Embedding>>;
}
