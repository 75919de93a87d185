import type { Clock } from '@/lib/domain/shared/clock';

export interface PauseOptions {
  readonly now: Clock;
  /** Lets messages and events in. */
  readonly takeTurns: () => Promise<void>;
  /** Tells whoever watches that the work goes on. */
  readonly signOfLife: () => void;
  /** Does one piece of work that should not wait for the long one; false when there is none. */
  readonly urgent: () => Promise<boolean>;
}

/** Steps go on for so long before others get their turn, so that asking for urgent work costs little. */
const UNDISTURBED_MS = 200;

/**
 * What long work calls between two steps: now and then it lets others go first. Urgent work that fails has been given back
 * to its queue and is not tried again from here; whoever comes next meets its trouble.
 */
export function createPause({ now, takeTurns, signOfLife, urgent }: PauseOptions): () => Promise<void> {
  let lastAt = now();
  let urgentFailed = false;
  const doUrgentWork = async () => {
    try {
      while (!urgentFailed && (await urgent())) signOfLife();
    } catch {
      urgentFailed = true;
    }
  };
  return async () => {
    if (now() - lastAt < UNDISTURBED_MS) return;
    await takeTurns();
    signOfLife();
    await doUrgentWork();
    lastAt = now();
  };
}
