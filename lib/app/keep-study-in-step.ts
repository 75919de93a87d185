import type { Clock, EpochMs } from '@/lib/domain/shared/clock';
import type { JobQueue } from './ports/job-queue';
import type { ReviewStore } from './ports/review-store';

export interface StudyPorts {
  readonly reviews: Pick<ReviewStore, 'countDue' | 'nextDueAt'>;
  readonly queue: Pick<JobQueue, 'counts'>;
  /** Shows at the icon how many exercises are due. */
  readonly showDue: (count: number) => Promise<void>;
  /** Starts the engine unless it runs, and tells it that there is work. */
  readonly wakeEngine: () => Promise<unknown>;
  /** Sees to it that this is called again at that instant; never when there is none. */
  readonly comeBackAt: (instant: EpochMs | undefined) => Promise<void>;
  readonly now: Clock;
}

/** While jobs wait, somebody has to look after the engine: it may be stopped at any time. */
const LOOK_AGAIN_MS = 120_000;

/** Brings the number of due exercises and the engine into line with what is stored, now and when it next changes by itself. */
export async function keepStudyInStep(ports: StudyPorts): Promise<void> {
  const now = ports.now();
  await ports.showDue(await ports.reviews.countDue(now));
  const { waiting } = await ports.queue.counts();
  const hasWork = Object.values(waiting).some((count) => count > 0);
  const nextDueAt = (await ports.reviews.nextDueAt(now)) ?? Number.POSITIVE_INFINITY;
  const comeBackAt = Math.min(nextDueAt, hasWork ? now + LOOK_AGAIN_MS : Number.POSITIVE_INFINITY);
  await ports.comeBackAt(Number.isFinite(comeBackAt) ? comeBackAt : undefined);
  if (hasWork) await ports.wakeEngine();
}
