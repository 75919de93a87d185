import { type ReadonlySignal, signal } from '@preact/signals';
import type { GivenUp, JobProgress } from '@/lib/app/ports/job-queue';

export interface WorkEnvironment {
  readonly progress: () => Promise<JobProgress>;
  /** Takes up again what was given up; says how much it was. */
  readonly retry: () => Promise<number>;
  /** Makes an engine try again that waits after a failure. */
  readonly tryAgain: () => void;
}

/** `asked`: the learner wants it tried again; `trying`: it is under way; `well`: all of it went through. */
export type RetryPhase = 'none' | 'asked' | 'trying' | 'well';

/** What could not be worked through, and how trying it again goes. */
export class GivenUpModel {
  readonly #phase = signal<RetryPhase>('none');
  readonly #retry: WorkEnvironment['retry'];

  constructor(retry: WorkEnvironment['retry']) {
    this.#retry = retry;
  }

  get phase(): ReadonlySignal<RetryPhase> {
    return this.#phase;
  }

  async tryAgain(): Promise<void> {
    this.#phase.value = 'asked';
    if ((await this.#retry()) === 0) this.#phase.value = 'none';
  }

  /** Follows the work: it went well when nothing is left of it and nothing was given up again. */
  follow({ givenUp, backlogs }: JobProgress): void {
    const phase = this.#phase.peek();
    if (phase === 'asked' && givenUp.length === 0) this.#phase.value = 'trying';
    else if (phase === 'trying' && givenUp.length > 0) this.#phase.value = 'none';
    if (this.#phase.peek() === 'trying' && backlogs.every(({ held }) => held)) this.#phase.value = 'well';
  }

  clear(): void {
    if (this.#phase.peek() === 'well') this.#phase.value = 'none';
  }
}

export function countGivenUp(givenUp: readonly GivenUp[]): number {
  return givenUp.reduce((sum, { count }) => sum + count, 0);
}
