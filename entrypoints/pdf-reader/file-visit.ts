import type { FileCaptureRefusal } from '@/lib/app/capture-file-reading';
import type { ReadingReceipt } from '@/lib/app/ports/reading-store';
import { type Activity, createActivity } from '@/lib/capture/activity';
import { createDwellTracker, type DwellTracker } from '@/lib/capture/dwell-tracker';
import { randomHex } from '@/lib/capture/random-hex';
import { reportPauseMs, tickMs } from '@/lib/capture/reading-rhythm';
import { type PendingReport, Visit } from '@/lib/capture/visit';
import type { ReadBlock, ReadingReport } from '@/lib/domain/reading/model';
import type { ReadingPace } from '@/lib/domain/reading/reading-progress';
import type { Result } from '@/lib/domain/shared/result';
import { runNoted } from '@/lib/platform/logger';
import type { ShownPassage } from '@/lib/ui/pdf/file-follower';

export interface FileVisitOptions {
  readonly url: string;
  readonly title: string;
  readonly pace: ReadingPace;
  readonly store: (report: ReadingReport) => Promise<Result<ReadingReceipt, FileCaptureRefusal>>;
  readonly onStored: () => void;
}

/** Passages of a page keep their order among those of the file by this many places for each page. */
const PLACES_PER_PAGE = 1_000;

type Place = Pick<ReadBlock, 'order' | 'filePage'>;

/** One file that is open, and how far it has been read since. */
export class FileVisit {
  readonly #options: FileVisitOptions;
  readonly #visit: Visit;
  readonly #tracker: DwellTracker;
  readonly #activity: Activity;
  readonly #ending = new AbortController();
  /** Where in the file a text stands, by text. */
  readonly #places = new Map<string, Place>();
  #scrollShare = 0;
  #isActive = false;
  #isStoring = false;
  #isDropped = false;
  #reportedAt = performance.now();

  constructor(options: FileVisitOptions) {
    const { timeScale } = options.pace;
    const now = () => performance.now();
    this.#options = options;
    this.#visit = new Visit({ id: randomHex(16), url: options.url, pace: options.pace });
    this.#visit.nameIt(options.title);
    this.#activity = createActivity(now, timeScale);
    this.#activity.listenIn(document);
    this.#tracker = createDwellTracker({
      now,
      isPageVisible: () => this.#isActive && document.visibilityState === 'visible',
      isIdle: this.#activity.isIdle,
      windowSpan: () => ({ top: headerHeight(), bottom: window.innerHeight }),
    });
    this.#start(timeScale);
  }

  setActive(isActive: boolean): void {
    this.#advance();
    this.#isActive = isActive;
    // From here on, not since it was last looked at.
    this.#tracker.sample();
    if (isActive) this.#activity.renew();
  }

  watch(page: number, shown: readonly ShownPassage[]): void {
    const blocks = shown.map(({ element, passage }) => ({ ...passage, element }));
    blocks.forEach(({ text }, index) => {
      if (!this.#places.has(text))
        this.#places.set(text, { order: page * PLACES_PER_PAGE + index, filePage: page });
    });
    for (const watched of this.#visit.addBlocks(blocks)) this.#tracker.watch(watched);
  }

  /** Stores what was read and ends. */
  end(): void {
    this.#advance();
    this.#report(true);
    this.#stop();
  }

  /** Ends without what was read and is not stored yet. */
  drop(): void {
    this.#isDropped = true;
    this.#stop();
  }

  #stop(): void {
    this.#ending.abort();
    this.#activity.stop();
    this.#tracker.clear();
  }

  #start(timeScale: number): void {
    const { signal } = this.#ending;
    const tick = () => {
      this.#advance();
      if (performance.now() - this.#reportedAt >= reportPauseMs(timeScale)) this.#report(false);
    };
    const leave = () => {
      this.#advance();
      if (document.hidden) this.#report(true);
    };
    const timer = setInterval(tick, tickMs(timeScale));
    signal.addEventListener('abort', () => clearInterval(timer));
    document.addEventListener('visibilitychange', leave, { signal });
    addEventListener('pagehide', leave, { signal });
  }

  #advance(): void {
    this.#visit.advance(this.#tracker.sample());
    this.#scrollShare = Math.max(this.#scrollShare, scrolledShare());
  }

  #report(isLast: boolean): void {
    this.#reportedAt = performance.now();
    if (!this.#isStoring && this.#isActive) runNoted('file.store', () => this.#storeAll(isLast));
  }

  /** What is not stored now, since storing failed, was paused or has too much to work through, is reported again later. */
  async #storeAll(isLast: boolean): Promise<void> {
    this.#isStoring = true;
    try {
      let pending: PendingReport | undefined = this.#visit.nextReport(isLast);
      while (pending && !this.#isDropped) {
        const stored = await this.#options.store(this.#place(pending.report));
        if (!stored.ok) break;
        pending.markPosted();
        if (stored.value.newPassages > 0) this.#options.onStored();
        pending = this.#visit.nextReport(isLast);
      }
    } finally {
      this.#isStoring = false;
    }
  }

  /** Of the whole file, of which this page holds a part. */
  #place({ visit, blocks }: ReadingReport): ReadingReport {
    return {
      visit: { ...visit, scrollShare: this.#scrollShare },
      blocks: blocks.map((block) => ({ ...block, ...this.#places.get(block.text) })),
    };
  }
}

function headerHeight(): number {
  return document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
}

function scrolledShare(): number {
  const height = Math.max(document.documentElement.scrollHeight, 1);
  return Math.min((window.scrollY + window.innerHeight) / height, 1);
}
