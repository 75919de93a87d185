import type { JobKind } from '@/lib/app/job';
import type { Encoder, Urgency } from '@/lib/app/ports/encoder';
import type { Embedding, EncodingRole } from '@/lib/domain/embedding/model';
import type { SearchAnswer, SearchRequest } from '@/lib/domain/search/model';
import type { Wear } from './wear';

export type Encode = Encoder['encode'];

export interface EmbedderStart {
  readonly threads: number;
  /** The model's files were found unaltered before, so they need not be checked. */
  readonly verified: boolean;
}

/** What crosses to the worker in place of `EncodeOptions`, whose signal cannot. */
export interface EncodeCall {
  readonly urgency: Urgency;
  /** Name under which the call can be cancelled. */
  readonly id: string;
}

/** What the document asks of the worker that holds the model. */
export interface EmbedderApi {
  /** Checks and loads the model; `signOfLife` is called once it is loaded and after each batch. */
  start(options: EmbedderStart, signOfLife: (wear: Wear) => void): Promise<void>;
  /** Milliseconds for a fixed batch, to compare numbers of threads. */
  timeBatch(): Promise<number>;
  encode(texts: readonly string[], role: EncodingRole, call: EncodeCall): Promise<Embedding[]>;
  /** Ends the call after the batch that is running: it rejects with `aborted`. Does nothing once it is answered. */
  cancel(callId: string): void;
}

/** What the document asks of the worker that analyses pages, fits interests and writes exercises. */
export interface AnalysisApi {
  /** `signOfLife` is called now and then while a long job goes on. */
  start(encode: Encode, signOfLife: () => void): Promise<void>;
  /** Performs one due job; says of which kind, or nothing when none was due. */
  runNext(owner: string): Promise<JobKind | undefined>;
}

/** What the document asks of the worker that answers whoever is waiting. */
export interface AnswersApi {
  start(encode: Encode): Promise<void>;
  search(request: SearchRequest): Promise<SearchAnswer>;
}
