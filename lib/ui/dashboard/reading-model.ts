import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FoundPassage, Library, PageSummary } from '@/lib/app/ports/library';
import type { Live } from '@/lib/ui/live-signal';
import { switchingSignal } from './switching-signal';

export interface ReadingView {
  /** What was searched for; empty when everything is listed. */
  readonly wanted: string;
  readonly pages: readonly PageSummary[];
  readonly passages: readonly FoundPassage[];
  /** There may be more pages than these. */
  readonly hasMore: boolean;
}

const PAGES_AT_ONCE = 50;
const PASSAGES_AT_MOST = 30;
/** A search looks through every passage, so it waits until the typing pauses. */
const TYPING_PAUSE_MS = 150;

/** The pages that were read, newest first, or what a search finds. */
export class ReadingModel {
  readonly typed: ReadonlySignal<string>;
  readonly view: ReadonlySignal<Live<ReadingView>>;
  readonly #library: Library;
  readonly #typed: Signal<string> = signal('');
  readonly #wanted: Signal<string> = signal('');
  readonly #limit: Signal<number> = signal(PAGES_AT_ONCE);
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(library: Library) {
    this.#library = library;
    this.typed = computed(() => this.#typed.value);
    this.view = switchingSignal(() => {
      const wanted = this.#wanted.value;
      const limit = this.#limit.value;
      return () => this.#find(wanted, limit);
    });
  }

  search(text: string): void {
    this.#typed.value = text;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#wanted.value = text.trim();
      this.#limit.value = PAGES_AT_ONCE;
    }, TYPING_PAUSE_MS);
  }

  showMore(): void {
    this.#limit.value += PAGES_AT_ONCE;
  }

  async #find(wanted: string, limit: number): Promise<ReadingView> {
    const [pages, passages] = await Promise.all([
      this.#library.pages({ limit: limit + 1, matching: wanted }),
      this.#library.search(wanted, PASSAGES_AT_MOST),
    ]);
    return { wanted, pages: pages.slice(0, limit), passages, hasMore: pages.length > limit };
  }
}
