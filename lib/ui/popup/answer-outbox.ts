import type { GradedStep } from '@/lib/app/ports/snapshot';
import type { GivenAnswer } from '@/lib/app/submit-review';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { ProgressStore } from './progress-store';
import type { Study } from './study';

/**
 * Carries answers to the database, one after another, in the order given. They wait in the snapshot until they are
 * stored, so a popup that dies has only to try again: storing an answer twice is refused by the database.
 */
export class AnswerOutbox {
  readonly #store: ProgressStore;
  readonly #study: Promise<Study>;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(store: ProgressStore, study: Promise<Study>) {
    this.#store = store;
    this.#study = study;
  }

  /** Stores all that waits. Resolves with the answers that did not count; rejects when the database fails. */
  flush(): Promise<GivenAnswer[]> {
    return this.#inTurn(async () => {
      const study = await this.#study;
      const refused: GivenAnswer[] = [];
      for (let given = this.#first(); given !== undefined; given = this.#first()) {
        if (!(await study.save(given))) refused.push(given);
        this.#remove(given);
      }
      return refused;
    });
  }

  /** Takes an answer back, stored or not. Resolves with the time that it took to give; absent when it never counted. */
  takeBack({ exerciseId }: GradedStep, since: EpochMs): Promise<number | undefined> {
    return this.#inTurn(async () => {
      const waiting = this.#store.progress
        .peek()
        .unsaved.findLast(({ exercise }) => exercise.id === exerciseId);
      if (waiting !== undefined) {
        this.#remove(waiting);
        return waiting.latencyMs;
      }
      const study = await this.#study;
      return (await study.undo(since))?.latencyMs;
    });
  }

  #first(): GivenAnswer | undefined {
    return this.#store.progress.peek().unsaved[0];
  }

  #remove(given: GivenAnswer): void {
    const progress = this.#store.progress.peek();
    this.#store.setProgress({ ...progress, unsaved: progress.unsaved.filter((other) => other !== given) });
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#tail.then(work, work);
    this.#tail = done;
    return done;
  }
}
