import type { EngineState } from '@/lib/app/ports/engine-status';

/** What the learner should know of, since no new exercises or no new passages come for now. */
export type StudyTrouble = Extract<EngineState, 'model-missing' | 'model-altered' | 'failed'> | 'queue-full';

/**
 * @param waitingJobs number of jobs that wait, of all kinds
 * @param maxWaitingJobs from how many on new passages are refused
 */
export function findTrouble(
  engine: EngineState | undefined,
  waitingJobs: number,
  maxWaitingJobs: number,
): StudyTrouble | undefined {
  if (engine === 'model-missing' || engine === 'model-altered' || engine === 'failed') return engine;
  return waitingJobs >= maxWaitingJobs ? 'queue-full' : undefined;
}
