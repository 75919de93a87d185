import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Live, liveSignal } from '@/lib/ui/live-signal';

export interface BookmarksEnvironment {
  readonly isAllowed: () => Promise<boolean>;
  /** Asks the browser; must be called straight from a click. */
  readonly request: () => Promise<boolean>;
  /** Takes titles and addresses over from the browser. */
  readonly update: () => Promise<void>;
  /** Forgets them and gives the permission back. */
  readonly remove: () => Promise<void>;
  readonly count: () => Promise<number>;
}

/** What became of the last thing that was asked for. */
export type BookmarksOutcome = 'declined' | 'updated' | 'removed' | 'failed';

/** The browser's bookmarks: whether they may be looked at, and how many are kept. */
export class BookmarksModel {
  readonly count: ReadonlySignal<Live<number>>;
  /** Absent until the browser has answered. */
  readonly isAllowed: Signal<boolean | undefined> = signal(undefined);
  readonly isBusy: Signal<boolean> = signal(false);
  readonly outcome: Signal<BookmarksOutcome | undefined> = signal(undefined);
  readonly #environment: BookmarksEnvironment;

  constructor(environment: BookmarksEnvironment) {
    this.#environment = environment;
    this.count = liveSignal(environment.count);
  }

  /** Asks the browser again; to be called whenever a permission came or went. */
  async refresh(): Promise<void> {
    this.isAllowed.value = await this.#environment.isAllowed();
  }

  /** Must be called straight from a click. */
  async allow(): Promise<void> {
    const granted = this.#environment.request();
    await this.#carryOut(async () => {
      if (!(await granted)) return 'declined';
      await this.#environment.update();
      return 'updated';
    });
  }

  async update(): Promise<void> {
    await this.#carryOut(async () => {
      await this.#environment.update();
      return 'updated';
    });
  }

  async remove(): Promise<void> {
    await this.#carryOut(async () => {
      await this.#environment.remove();
      return 'removed';
    });
  }

  async #carryOut(act: () => Promise<BookmarksOutcome>): Promise<void> {
    this.isBusy.value = true;
    try {
      this.outcome.value = await act();
    } catch {
      this.outcome.value = 'failed';
    }
    this.isBusy.value = false;
    await this.refresh();
  }
}
