import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import type { ReadingReport } from '@/lib/domain/reading/model';
import { cleanProse } from '@/lib/domain/reading/passage-text';
import type { TextLanguage } from '@/lib/domain/text/language';
import type { PageBlock } from './blocks/block-walker';
import { isConnected } from './blocks/dom-access';
import type { Watched } from './dwell-tracker';
import { moveTo, type TrackedBlock, toReadBlock, trackBlock } from './tracked-block';

export interface VisitOptions {
  /** 32 hex digits. */
  readonly id: string;
  readonly url: string;
  /** How much faster than a person the page is read. */
  readonly timeScale: number;
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
  #activeMs = 0;
  #scrollShare = 0;
  #reportedMs: number | undefined;

  constructor(options: VisitOptions) {
    this.url = options.url;
    this.#options = options;
  }

  /** Takes in what the page holds now. Returns what is new in it, to be watched. */
  addBlocks(blocks: readonly PageBlock[]): Watched[] {
    return blocks.flatMap((block, order) => {
      const known = this.#tracked.get(block.text);
      if (known && isConnected(known.element)) return [];
      const tracked = known ? moveTo(block, known) : trackBlock(blocks, order, this.#options.timeScale);
      this.#tracked.set(block.text, tracked);
      return [tracked];
    });
  }

  /** Adds time that the page was visible, and how much of it has been scrolled past so far, 0 to 1. */
  advance(elapsedMs: number, scrollShare: number): void {
    this.#activeMs += elapsedMs;
    this.#scrollShare = Math.max(this.#scrollShare, Math.min(scrollShare, 1));
  }

  /**
   * The next report, as much as fits into one message: blocks that were read; with `isLast` also those that were reported
   * before and seen for longer since. Absent when there is nothing new to say.
   */
  nextReport(title: string, isLast: boolean): PendingReport | undefined {
    const limit = (isLast ? WORTH_REPORTING_AT_END_MS : WORTH_REPORTING_MS) / this.#options.timeScale;
    const due = [...this.#tracked.values()].filter(({ dwellMs, reportedMs, requiredMs }) =>
      reportedMs === undefined ? dwellMs >= requiredMs : isLast && dwellMs - reportedMs >= limit,
    );
    const hasGrown = this.#reportedMs !== undefined && this.#activeMs - this.#reportedMs >= limit;
    if (due.length === 0 && !hasGrown) return undefined;
    const fitting = takeFitting(due);
    return {
      report: { visit: this.#totals(title), blocks: fitting.map(toReadBlock) },
      markPosted: () => {
        this.#reportedMs = this.#activeMs;
        for (const tracked of fitting) tracked.reportedMs = tracked.dwellMs;
      },
    };
  }

  #totals(title: string): ReadingReport['visit'] {
    return {
      visitId: this.#options.id,
      url: this.url,
      title: cleanProse(title).slice(0, CAPTURE_LIMITS.titleChars),
      lang: mainLanguage(this.#tracked.values()),
      activeMs: this.#activeMs,
      scrollShare: this.#scrollShare,
    };
  }
}

function takeFitting(blocks: readonly TrackedBlock[]): TrackedBlock[] {
  let chars = 0;
  return blocks.slice(0, CAPTURE_LIMITS.blocksPerMessage).filter(({ block }) => {
    chars += block.text.length;
    return chars <= CAPTURE_LIMITS.textCharsPerMessage;
  });
}

/** Language that most of the text is in. */
function mainLanguage(blocks: Iterable<TrackedBlock>): TextLanguage {
  const chars: Record<TextLanguage, number> = { en: 0, zh: 0, other: 0 };
  for (const { block } of blocks) chars[block.lang] += block.text.length;
  if (chars.other > chars.en + chars.zh) return 'other';
  return chars.zh >= chars.en && chars.zh > 0 ? 'zh' : 'en';
}
