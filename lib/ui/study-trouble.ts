import type { EngineState } from '@/lib/app/ports/engine-status';
import type { DiskRoomState } from '@/lib/domain/shared/disk-room';

/** What the learner should know of, since no new exercises or no new passages come for now, or soon. */
export type StudyTrouble = EngineTrouble | 'queue-full' | DiskTrouble;

/** What the engine may get over when it tries again. */
export type EngineTrouble = Extract<EngineState, 'model-missing' | 'model-altered' | 'failed'>;

export type DiskTrouble = 'disk-short' | 'disk-scarce';

/**
 * @param waitingJobs number of jobs that wait, of all kinds
 * @param maxWaitingJobs from how many on new passages are refused
 */
export function findTrouble(
  engine: EngineState | undefined,
  waitingJobs: number,
  maxWaitingJobs: number,
): StudyTrouble | undefined {
  if (engine && isOfEngine(engine)) return engine;
  return waitingJobs >= maxWaitingJobs ? 'queue-full' : undefined;
}

export function isOfEngine(trouble: EngineState | StudyTrouble): trouble is EngineTrouble {
  return trouble === 'model-missing' || trouble === 'model-altered' || trouble === 'failed';
}

export function diskTrouble(room: DiskRoomState): DiskTrouble | undefined {
  return room === 'enough' ? undefined : `disk-${room}`;
}

/** The one to speak of: a disk without room stops everything, one with little room nothing yet. */
export function worstTrouble(
  trouble: StudyTrouble | undefined,
  room: DiskRoomState,
): StudyTrouble | undefined {
  return room === 'short' ? 'disk-short' : (trouble ?? diskTrouble(room));
}
