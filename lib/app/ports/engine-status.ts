/** What the engine last said of itself; a row in the database that every surface can watch. */
export type EngineState = 'idle' | 'loading' | 'working' | 'model-missing' | 'model-altered' | 'failed';

export interface EngineStatus {
  readonly state: EngineState;
  /** What happened and what to do, for a developer's eyes; surfaces translate `state` instead. */
  readonly detail: string;
  readonly threads: number;
  readonly at: number;
}

/** What a timed trial on this device found out about threads. */
export interface ThreadProbe {
  /** Logical processors at the time; another number makes the trial void. */
  readonly cores: number;
  /** Fastest of several runs over a fixed batch, in milliseconds, by number of threads. */
  readonly batchMs: Readonly<Record<number, number>>;
  readonly threads: number;
}

/** The extension version whose model files were found unaltered. */
export interface ModelVerification {
  readonly version: string;
  readonly at: number;
}
