import { expectedReadingMs, requiredDwellMs } from './engagement';
import type { BlockKind } from './model';
import type { ReadingSpeed } from './reading-speed';

export interface ReadingPace {
  readonly speed: ReadingSpeed;
  /** How much faster than a person the page is read; 1 for people. */
  readonly timeScale: number;
}

/** So much of a text's height must have been in view before it can count as read. */
const SEEN_SHARE = 0.8;

/** Shorter than this, in milliseconds, out of view was scrolling, not leaving. */
const AWAY_MS = 10_000;

/** How far one text has been read in one visit. */
export class ReadingProgress {
  /** Time that the learner's speed needs for the text, in milliseconds. */
  readonly expectedMs: number;
  /** The learner's time from which the text counts as read, in milliseconds. */
  readonly requiredMs: number;
  readonly #awayMs: number;
  #dwellMs = 0;
  #rereads = 0;
  #seenFrom = 1;
  #seenTo = 0;
  #lastSeenAtMs = 0;
  #dwellAtReturnMs: number | undefined;

  constructor(text: string, kind: BlockKind, { speed, timeScale }: ReadingPace) {
    const expectedMs = expectedReadingMs(text, speed, kind);
    this.requiredMs = requiredDwellMs(expectedMs) / timeScale;
    this.expectedMs = Math.max(expectedMs / timeScale, this.requiredMs);
    this.#awayMs = AWAY_MS / timeScale;
  }

  /** The learner's time that the text was given so far, in milliseconds. */
  get dwellMs(): number {
    return this.#dwellMs;
  }

  /** How often it was read again after it had been out of view. */
  get rereads(): number {
    return this.#rereads;
  }

  get wasSeen(): boolean {
    return this.#seenTo > this.#seenFrom;
  }

  get isRead(): boolean {
    return this.#dwellMs >= this.requiredMs && this.#seenTo - this.#seenFrom >= SEEN_SHARE;
  }

  /** Whether what has been seen of the text has not been given its time yet. */
  get needsTime(): boolean {
    const seen = Math.min((this.#seenTo - this.#seenFrom) / SEEN_SHARE, 1);
    return this.#dwellMs < this.requiredMs * seen;
  }

  /**
   * Notes that a part of the text is in view.
   *
   * @param from where the part begins, as a share of the text's height
   * @param atMs time spent on the page so far, in milliseconds
   */
  see(from: number, to: number, atMs: number): void {
    if (this.isRead && atMs - this.#lastSeenAtMs > this.#awayMs) this.#dwellAtReturnMs = this.#dwellMs;
    this.#lastSeenAtMs = atMs;
    this.#seenFrom = Math.min(this.#seenFrom, from);
    this.#seenTo = Math.max(this.#seenTo, to);
  }

  spend(durationMs: number): void {
    this.#dwellMs += durationMs;
    if (this.#dwellAtReturnMs === undefined) return;
    if (this.#dwellMs - this.#dwellAtReturnMs < this.requiredMs) return;
    this.#rereads += 1;
    this.#dwellAtReturnMs = undefined;
  }
}
