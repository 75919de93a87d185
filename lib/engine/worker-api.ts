import type { JobKind } from '@/lib/app/job';
import type { Embedding, EncodingRole } from '@/lib/domain/embedding/model';
import type { SearchAnswer, SearchRequest } from '@/lib/domain/search/model';
import type { Wear } from './wear';

export type Encode = (texts: readonly string[], role: EncodingRole) => Promise<Embedding[]>;

export interface EmbedderStart {
  readonly threads: number;
  /** Version of the extension: the model's files are checked once for each. */
  readonly version: string;
}

/** What the document asks of the worker that holds the model. */
export interface EmbedderApi {
  /** Checks and loads the model; `signOfLife` is called once it is loaded and after each batch. */
  start(options: EmbedderStart, signOfLife: (wear: Wear) => void): Promise<void>;
  /** Milliseconds for a fixed batch, to compare numbers of threads. */
  timeBatch(): Promise<number>;
  /** For whoever is waiting: goes before the background work. */
  encode: Encode;
  /** Embeds one slice of waiting passages; says how many. */
  embedPending(owner: string): Promise<number>;
}

/** What the document asks of the worker that analyses pages, fits interests and writes exercises. */
export interface AnalysisApi {
  start(encode: Encode): Promise<void>;
  /** Performs one due job; says of which kind, or nothing when none was due. */
  runNext(owner: string): Promise<JobKind | undefined>;
}

/** What the document asks of the worker that answers whoever is waiting. */
export interface AnswersApi {
  start(encode: Encode): Promise<void>;
  search(request: SearchRequest): Promise<SearchAnswer>;
}
