import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import type { ReadingReport } from '@/lib/domain/reading/model';
import { cleanProse } from '@/lib/domain/reading/passage-text';
import type { ReadingPace } from '@/lib/domain/reading/reading-progress';
import { mainLanguage } from '@/lib/domain/text/main-language';
import type { PageBlock } from './blocks/block-walker';
import { isConnected } from './blocks/dom-access';
import type { Watched } from './dwell-tracker';
import { moveTo, type TrackedBlock, toReadBlock, trackBlock } from './tracked-block';

/** Elements of texts that were read under the address before and are still shown, by text. */
export type Leftovers = ReadonlyMap<string, Element>;

export interface VisitOptions {
  /** 32 hex digits. */
  readonly id: string;
  readonly url: string;
  readonly pace: ReadingPace;
  readonly leftovers?: Leftovers;
}

/** A report, and what to call once it is safely on its way. */
export interface PendingReport {
  readonly report: ReadingReport;
  readonly markPosted: () => void;
}

/** A visit is reported without new blocks when it grew by this much. */
const WORTH_REPORTING_MS = 15_000;
const WORTH_REPORTING_AT_END_MS = 1_000;

/** One document load, or one address of a single-page application, and how far it has been read. */
export class Visit {
  /** By text: a passage that a page shows twice, or builds anew, is one. */
  readonly #tracked = new Map<string, TrackedBlock>();
  readonly url: string;
  readonly #options: VisitOptions;
  /** Those of the leftovers that were met again: the others are gone, or their elements show something else now. */
  readonly #stillThere = new Map<string, Element>();
  #wasLookedAt = false;
  #title = '';
  #activeMs = 0;
  #reportedMs: number | undefined;

  constructor(options: VisitOptions) {
    this.url = options.url;
    this.#options = options;
  }

  /** Whether nothing to read has been found yet. */
  get isEmpty(): boolean {
    return this.#tracked.size === 0;
  }

  /**
   * Takes in what the page holds now. Returns what is new in it, to be watched. What is left over from the address before
   * was read there.
   */
  addBlocks(blocks: readonly PageBlock[]): Watched[] {
    this.#wasLookedAt = true;
    return blocks.flatMap((block, order) => {
      if (this.#isLeftOver(block)) return [];
      const known = this.#tracked.get(block.text);
      if (known && isConnected(known.element)) return [];
      const tracked = known ? moveTo(block, known) : trackBlock(blocks, order, this.#options.pace);
      this.#tracked.set(block.text, tracked);
      return [tracked];
    });
  }

  /** What another address that this document takes on would find read already. */
  leftovers(): Leftovers {
    const read = [...this.#tracked].flatMap(([text, { element, progress }]) =>
      progress.isRead ? [[text, element] as const] : [],
    );
    const isShown = ([, element]: readonly [string, Element]) =>
      isConnected(element) && element.checkVisibility();
    const before = this.#wasLookedAt ? this.#stillThere : (this.#options.leftovers ?? []);
    return new Map([...before, ...read].filter(isShown));
  }

  #isLeftOver({ text, element }: PageBlock): boolean {
    if (this.#options.leftovers?.get(text) !== element) return false;
    this.#stillThere.set(text, element);
    return true;
  }

  /** Adds the learner's time. */
  advance(elapsedMs: number): void {
    this.#activeMs += elapsedMs;
  }

  /** Single-page applications name a page after they went there, so the last name counts. */
  nameIt(title: string): void {
    this.#title = title;
  }

  /**
   * The next report, as much as fits into one message: blocks that were read, first or again; with `isLast` also those that
   * were reported before and given more time since. Absent when there is nothing new to say.
   */
  nextReport(isLast: boolean): PendingReport | undefined {
    const limit = (isLast ? WORTH_REPORTING_AT_END_MS : WORTH_REPORTING_MS) / this.#options.pace.timeScale;
    const due = [...this.#tracked.values()].filter(({ progress, reported }) => {
      if (!reported) return progress.isRead;
      if (progress.rereads > reported.rereads) return true;
      return isLast && progress.dwellMs - reported.dwellMs >= limit;
    });
    const hasGrown = this.#reportedMs !== undefined && this.#activeMs - this.#reportedMs >= limit;
    if (due.length === 0 && !hasGrown) return undefined;
    const fitting = takeFitting(due);
    return {
      report: { visit: this.#totals(), blocks: fitting.map(toReadBlock) },
      markPosted: () => {
        this.#reportedMs = this.#activeMs;
        for (const tracked of fitting) {
          const { dwellMs, rereads } = tracked.progress;
          tracked.reported = { dwellMs, rereads };
        }
      },
    };
  }

  #totals(): ReadingReport['visit'] {
    return {
      visitId: this.#options.id,
      url: this.url,
      title: cleanProse(this.#title).slice(0, CAPTURE_LIMITS.titleChars),
      lang: mainLanguage([...this.#tracked.values()].map(({ block }) => block)),
      activeMs: this.#activeMs,
      scrollShare: seenShare([...this.#tracked.values()]),
    };
  }
}

/** The first of them that fit into a message together; always one, so that none is due for ever. */
function takeFitting(blocks: readonly TrackedBlock[]): TrackedBlock[] {
  let chars = 0;
  return blocks.slice(0, CAPTURE_LIMITS.blocksPerMessage).filter(({ block }, index) => {
    chars += block.text.length;
    return index === 0 || chars <= CAPTURE_LIMITS.textCharsPerMessage;
  });
}

/** How far down the blocks of the page were in view, 0 to 1: wherever it scrolls, in the window or in a part of it. */
function seenShare(blocks: readonly TrackedBlock[]): number {
  const last = blocks.reduce((furthest, { order }) => Math.max(furthest, order), 0);
  const seen = blocks.filter(({ progress }) => progress.wasSeen);
  return seen.reduce((furthest, { order }) => Math.max(furthest, order + 1), 0) / (last + 1);
}
