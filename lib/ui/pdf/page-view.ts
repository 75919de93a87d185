import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { WantedPlace } from './pdf-screen';
import { type Zoom, zoomedIn, zoomedOut, zoomFactor } from './zoom';

/** Where to scroll: a page, or a passage on it by its beginning. A new object each time, so that asking twice scrolls twice. */
export interface Destination {
  readonly page: number;
  readonly start: string;
}

/** A cover may be a picture; so many pages without a word are a scan. */
const SCANNED = 2;

/** Which pages are in view and how large. */
export class PageView {
  /** Page in the middle of the window, from 1. */
  readonly current = signal(1);
  /** Pages in the window or close to it, which are worth painting. */
  readonly near = signal<ReadonlySet<number>>(new Set());
  readonly destination = signal<Destination | undefined>(undefined);
  /** The passage that is marked on its page. */
  readonly marked = signal<Destination | undefined>(undefined);
  readonly zoom = signal<Zoom>('first');
  /** Width that there is for a page, in CSS pixels. */
  readonly room = signal(0);
  /** In points. */
  readonly pageWidth = signal(1);
  /** CSS pixels per point. */
  readonly factor: ReadonlySignal<number>;
  /** White pages stay white in the dark as well. */
  readonly hasPrintColours = signal(false);
  /** Every page that was looked at so far is a picture. */
  readonly isScan: ReadonlySignal<boolean>;
  readonly #hasWords = signal(false);
  readonly #textless = signal<ReadonlySet<number>>(new Set());
  #count = 0;

  constructor() {
    this.isScan = computed(() => {
      const { size } = this.#textless.value;
      return !this.#hasWords.value && size > 0 && size >= Math.min(this.#count, SCANNED);
    });
    this.factor = computed(() => zoomFactor(this.zoom.value, this.pageWidth.value, this.room.value));
  }

  /** Begins at the top of a file, or where the learner wants to go. */
  reset(count: number, pageWidth: number, wanted: WantedPlace | undefined): void {
    this.#count = count;
    this.pageWidth.value = pageWidth;
    this.#hasWords.value = false;
    this.#textless.value = new Set();
    this.current.value = 1;
    this.near.value = new Set([1]);
    this.marked.value =
      wanted && wanted.start !== '' ? { page: wanted.page, start: wanted.start } : undefined;
    this.destination.value = { page: 1, start: '' };
    if (wanted) this.destination.value = { page: this.#clamp(wanted.page), start: wanted.start };
  }

  goTo(page: number): void {
    this.destination.value = { page: this.#clamp(page), start: '' };
  }

  /** Says whether a page that came into view has text. */
  note(page: number, hasText: boolean): void {
    if (hasText) this.#hasWords.value = true;
    else this.#textless.value = new Set([...this.#textless.peek(), page]);
  }

  toggleColours(): void {
    this.hasPrintColours.value = !this.hasPrintColours.peek();
  }

  fit(): void {
    this.zoom.value = 'fit';
  }

  enlarge(): void {
    this.zoom.value = zoomedIn(this.factor.peek());
  }

  reduce(): void {
    this.zoom.value = zoomedOut(this.factor.peek());
  }

  /** Says which pages came near the window or left it. */
  move(changes: ReadonlyMap<number, boolean>): void {
    const near = new Set(this.near.peek());
    for (const [page, isNear] of changes) {
      if (isNear) near.add(page);
      else near.delete(page);
    }
    this.near.value = near;
  }

  #clamp(page: number): number {
    return Math.min(Math.max(Math.round(page), 1), this.#count);
  }
}
