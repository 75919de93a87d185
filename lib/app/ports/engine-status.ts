/** What the engine last said of itself; a row in the database that every surface can watch. */
export type EngineState = 'idle' | 'loading' | 'working' | 'model-missing' | 'model-altered' | 'failed';

export interface EngineStatus {
  readonly state: EngineState;
  /** What happened and what to do, for a developer's eyes; surfaces translate `state` instead. */
  readonly detail: string;
  readonly threads: number;
  readonly at: number;
}
