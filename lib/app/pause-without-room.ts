import type { EpochMs } from '@/lib/domain/shared/clock';
import type { JobQueue } from './ports/job-queue';
import type { RoomGauge } from './ports/room-gauge';

/** A disk that was tidied tells nobody. */
const LOOK_AGAIN_MS = 2_000;

export interface RoomPorts {
  readonly gauge: RoomGauge;
  /** Gives back, unharmed, all jobs that were taken: their results found no room. */
  readonly giveBackAll: (now: EpochMs) => Promise<void>;
}

/**
 * A queue that offers nothing while room on the disk is short, and goes on by itself when there is some again. No job loses
 * an attempt by it.
 */
export function pauseWithoutRoom(queue: JobQueue, { gauge, giveBackAll }: RoomPorts): JobQueue {
  const isShort = async () => (await gauge.state()) === 'short';
  let wasShort = false;
  return {
    ...queue,
    nextDueAt: async (kinds, now) => {
      if (await isShort()) {
        wasShort = true;
        return now + LOOK_AGAIN_MS;
      }
      if (wasShort) await giveBackAll(now);
      wasShort = false;
      return queue.nextDueAt(kinds, now);
    },
    fail: async (jobs, detail, now) => {
      if (!(await isShort())) return queue.fail(jobs, detail, now);
      // Where there is no room for that either, they are given back with all others later.
      await queue.release(jobs, now).catch(() => undefined);
    },
    abandon: async (owner, detail, now) => {
      if (!(await isShort())) await queue.abandon(owner, detail, now);
    },
  };
}
