import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FoundPassages } from '@/lib/app/ports/found-passages';
import type { Library, PageSummary } from '@/lib/app/ports/library';
import type { Search } from '@/lib/app/ports/search';
import type { Interest } from '@/lib/domain/interests/model';
import type { Clock } from '@/lib/domain/shared/clock';
import { type Live, liveSignal } from '@/lib/ui/live-signal';
import { NO_FILTERS, type ReadingFilters, searchFiltersOf } from './reading-filters';
import { hrefOf } from './route';
import type { Router } from './router';
import { SearchModel } from './search-model';
import { switchingSignal } from './switching-signal';

/** Pages newest first. */
export interface ListedPages {
  /** Words that their titles or addresses hold; empty when all are listed. */
  readonly wanted: string;
  readonly pages: readonly PageSummary[];
  /** There are more than these. */
  readonly hasMore: boolean;
}

/** Keeps the words of a search while the page is loaded anew. */
export interface SearchMemory {
  read(): string;
  write(text: string): void;
  /** Words that were put in the address bar, once. */
  takeAsked(): Promise<string | undefined>;
}

export interface ReadingEnvironment {
  readonly library: Pick<Library, 'pages' | 'interestNames'>;
  readonly search: Search;
  readonly found: Pick<FoundPassages, 'load'>;
  readonly searchMemory: SearchMemory;
  readonly router: Router;
  readonly clock: Clock;
}

const PAGES_AT_ONCE = 50;
/** Above what is found in the text, a few pages are enough to begin with. */
const PAGES_ABOVE_PASSAGES = 5;
const TYPING_PAUSE_MS = 150;
const LONGEST_QUESTION = 500;

/** What was read: all of it newest first, or what a search finds; either may be narrowed by filters. */
export class ReadingModel {
  readonly typed: ReadonlySignal<string>;
  readonly filters: ReadonlySignal<ReadingFilters>;
  readonly pages: ReadonlySignal<Live<ListedPages>>;
  readonly interestNames: ReadonlySignal<Live<readonly Pick<Interest, 'id' | 'labels'>[]>>;
  /** Where the list and the search are found again as they are. */
  readonly href: ReadonlySignal<string>;
  /** What is found in the text. */
  readonly search: SearchModel;
  readonly #environment: ReadingEnvironment;
  readonly #typed: Signal<string>;
  readonly #wanted: Signal<string>;
  readonly #filters: Signal<ReadingFilters> = signal(NO_FILTERS);
  readonly #more: Signal<number> = signal(0);
  #untilAsked: ReturnType<typeof setTimeout> | undefined;

  constructor(environment: ReadingEnvironment) {
    const { library, search, found, searchMemory } = environment;
    this.#environment = environment;
    this.#typed = signal(searchMemory.read());
    this.#wanted = signal(questionOf(this.#typed.peek()));
    this.typed = this.#typed;
    this.filters = this.#filters;
    this.href = computed(() => hrefOf({ name: 'reading', filters: this.#filters.value }));
    this.search = new SearchModel(search, found);
    this.interestNames = liveSignal(() => library.interestNames());
    this.pages = switchingSignal(() => {
      const [wanted, filters, more] = [this.#wanted.value, this.#filters.value, this.#more.value];
      return () => this.#listPages(wanted, filters, more);
    });
  }

  /** Follows the address, and asks whenever words or filters have changed. */
  connect(): void {
    effect(() => this.#follow());
    effect(() => {
      const [text, filters] = [this.#wanted.value, this.#filters.value];
      const { clock } = this.#environment;
      this.search.ask(text === '' ? undefined : { text, filters: searchFiltersOf(filters, clock()) });
    });
  }

  /** @param isUnfinished the learner is still choosing characters, so nothing is asked yet */
  type(text: string, isUnfinished = false): void {
    this.#typed.value = text;
    clearTimeout(this.#untilAsked);
    if (questionOf(text) === '') this.#settle(text);
    else if (!isUnfinished) this.#untilAsked = setTimeout(() => this.#settle(text), TYPING_PAUSE_MS);
  }

  clear(): void {
    this.type('');
  }

  /** Shows the list with other filters, which the back button takes back. */
  filter(filters: ReadingFilters): void {
    this.#environment.router.goTo({ name: 'reading', filters });
  }

  showMore(): void {
    this.#more.value += PAGES_AT_ONCE;
  }

  #settle(text: string): void {
    this.#environment.searchMemory.write(text);
    batch(() => {
      this.#wanted.value = questionOf(text);
      this.#more.value = 0;
    });
  }

  /** Another view leaves the filters as they are, for the way back. */
  #follow(): void {
    const route = this.#environment.router.route.value;
    if (route.name !== 'reading') return;
    batch(() => {
      this.#filters.value = route.filters ?? NO_FILTERS;
      this.#more.value = 0;
    });
    if (route.isAsked) void this.#takeAsked();
  }

  async #takeAsked(): Promise<void> {
    const asked = await this.#environment.searchMemory.takeAsked();
    this.#environment.router.replace({ name: 'reading' });
    if (asked === undefined) return;
    this.type(asked);
    clearTimeout(this.#untilAsked);
    this.#settle(asked);
  }

  async #listPages(wanted: string, filters: ReadingFilters, more: number): Promise<ListedPages> {
    const limit = more + (wanted === '' ? PAGES_AT_ONCE : PAGES_ABOVE_PASSAGES);
    const pages = await this.#environment.library.pages({
      limit: limit + 1,
      matching: wanted,
      filters: searchFiltersOf(filters, this.#environment.clock()),
    });
    return { wanted, pages: pages.slice(0, limit), hasMore: pages.length > limit };
  }
}

function questionOf(text: string): string {
  return text.slice(0, LONGEST_QUESTION).toWellFormed().trim();
}
