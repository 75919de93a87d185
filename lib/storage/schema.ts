import type { Job } from '@/lib/app/job';
import type { Concept, Mention } from '@/lib/domain/concepts/model';
import type { Exercise } from '@/lib/domain/exercises/model';
import type { Bookmark, ImportedText } from '@/lib/domain/imports/model';
import type { Interest } from '@/lib/domain/interests/model';
import type { CaptureDecision } from '@/lib/domain/reading/capture-decision';
import type { Occurrence, Page, Passage, Visit } from '@/lib/domain/reading/model';
import type { Review } from '@/lib/domain/scheduling/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Language } from '@/lib/domain/text/language';

/** Up to `VECTORS_PER_CHUNK` vectors of one model; `bytes` holds one int8-coded vector per packed id, in order. */
export interface VectorChunk {
  readonly id: number;
  readonly modelId: string;
  readonly dimension: number;
  readonly quantisation: 'int8';
  readonly count: number;
  readonly passageIds: Uint8Array;
  readonly bytes: ArrayBuffer;
}

export const VECTORS_PER_CHUNK = 1024;

/** What a chunk holds, in a hundredth of its size; `id` is that of the chunk, `heads` the first bytes of its passages' ids. */
export interface VectorDirectoryRow {
  readonly id: number;
  readonly modelId: string;
  readonly count: number;
  readonly heads: Uint32Array;
}

/** A word's query vector; `id` is `${modelId}:${lang}:${word}`. */
export interface WordVector {
  readonly id: string;
  readonly modelId: string;
  readonly lang: Language;
  readonly bytes: ArrayBuffer;
}

/** One named value. */
export interface MetaRow {
  readonly name: string;
  readonly value: unknown;
}

/** A learner action other than an answer. */
export interface LearnerEvent {
  readonly seq: number;
  readonly at: EpochMs;
  readonly kind: string;
  readonly ref: string;
}

/** One of the last decisions about capturing; holds no text. */
export type LoggedDecision = CaptureDecision & { readonly seq: number };

export interface TableRows {
  pages: Page;
  visits: Visit;
  passages: Passage;
  occurrences: Occurrence;
  vectorChunks: VectorChunk;
  vectorDirectory: VectorDirectoryRow;
  concepts: Concept;
  mentions: Mention;
  interests: Interest;
  exercises: Exercise;
  reviews: Review;
  jobs: Job;
  events: LearnerEvent;
  meta: MetaRow;
  words: WordVector;
  captureLog: LoggedDecision;
  imports: ImportedText;
  bookmarks: Bookmark;
}

/** Index strings of schema version 1; only what is queried is indexed. */
export const SCHEMA_V1 = {
  pages: 'id, origin, lastSeenAt',
  visits: 'id, pageId',
  passages: 'id, origin, interestId, createdAt',
  occurrences: 'id, pageId, passageId',
  vectorChunks: '++id, modelId, *passageIds',
  concepts: 'id, lang',
  mentions: 'id, conceptId, passageId',
  interests: 'id',
  exercises: 'id, passageId, conceptId, [status+memory.phase+memory.dueAt]',
  reviews: '++seq, exerciseId, at',
  jobs: 'id, [kind+state+notBefore], state',
  events: '++seq, at',
  meta: 'name',
  words: 'id',
  captureLog: '++seq, at',
} as const;

/** What version 2 indexes otherwise: visits by time, for the learner's speed and for forgetting a period. */
export const SCHEMA_V2 = {
  visits: 'id, pageId, startedAt, lastSeenAt',
} as const;

/** What version 3 adds: jobs by lane, a directory of the vectors, texts that were brought in, bookmarks. */
export const SCHEMA_V3 = {
  vectorChunks: '++id',
  vectorDirectory: 'id, [modelId+count]',
  jobs: 'id, [kind+lane+state+notBefore], [kind+state], state',
  imports: 'id, addedAt',
  bookmarks: 'id',
} as const;
