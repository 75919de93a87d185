import { canonicalUrl } from '@/lib/domain/reading/canonical-url';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { type PageBlock, walkBlocks } from './blocks/block-walker';
import { findContentRoot } from './content-root';
import { createDwellTracker, type DwellTracker } from './dwell-tracker';
import { watchForLateContent } from './late-content';
import type { Outbox } from './outbox';
import { asksForSecrets } from './sensitive-page';
import { breatheUntilIdle, runInSlices } from './slices';
import { Visit } from './visit';

export interface SessionOptions {
  /** How much faster than a person the page is read; 1 for people. */
  readonly timeScale: number;
  readonly outbox: Outbox;
  /** False when the extension was updated or removed under this script. */
  readonly isAlive: () => boolean;
}

const TICK_MS = 250;
const SHORTEST_TICK_MS = 50;
const REPORT_EVERY_MS = 3_000;
const SHORTEST_REPORT_EVERY_MS = 250;

/** Reads along in this page until it is stopped: one visit for each address that the page shows. */
export class ReadingSession {
  readonly #options: SessionOptions;
  readonly #ending = new AbortController();
  readonly #tracker: DwellTracker;
  #href = '';
  #visit: Visit | undefined;
  #reportedAt = 0;
  #stopWatching: () => void = () => undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#tracker = createDwellTracker({
      now: () => performance.now(),
      isPageVisible: () => document.visibilityState === 'visible',
      viewportHeight: () => window.innerHeight,
    });
  }

  start(): void {
    const { signal } = this.#ending;
    const tickMs = Math.max(TICK_MS / this.#options.timeScale, SHORTEST_TICK_MS);
    const timer = setInterval(() => this.#tick(), tickMs);
    signal.addEventListener('abort', () => clearInterval(timer));
    addEventListener('pagehide', () => this.#leave(), { signal });
    addEventListener('pageshow', (event) => event.persisted && this.#beginVisit(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#report(true), { signal });
    this.#beginVisit();
  }

  stop(): void {
    this.#ending.abort();
    this.#stopWatching();
    this.#tracker.stop();
    this.#visit = undefined;
  }

  #beginVisit(): void {
    this.#href = location.href;
    const url = canonicalUrl(this.#href);
    const isReadable = url !== undefined && url.length <= CAPTURE_LIMITS.urlChars;
    this.#visit = isReadable
      ? new Visit({ id: randomHex(16), url, timeScale: this.#options.timeScale })
      : undefined;
    this.#stopWatching();
    void this.#watchPage();
  }

  async #watchPage(): Promise<void> {
    const visit = this.#visit;
    const { spentMs } = await this.#scan();
    if (this.#visit !== visit || this.#ending.signal.aborted) return;
    this.#stopWatching = watchForLateContent({ root: document, rescan: () => this.#scan() }, spentMs);
  }

  /** Looks through the page and watches what is new in it. */
  async #scan(): Promise<{ spentMs: number; foundNew: boolean }> {
    const visit = this.#visit;
    if (!visit || asksForSecrets(document)) return { spentMs: 0, foundNew: false };
    const { items, spentMs } = await runInSlices<PageBlock>(walkBlocks(findContentRoot(document)), {
      now: () => performance.now(),
      breathe: breatheUntilIdle,
      isCancelled: () => this.#ending.signal.aborted || this.#visit !== visit,
    });
    if (this.#visit !== visit) return { spentMs, foundNew: false };
    const added = visit.addBlocks(items);
    for (const watched of added) this.#tracker.watch(watched);
    return { spentMs, foundNew: added.length > 0 };
  }

  #tick(): void {
    if (!this.#options.isAlive()) {
      this.stop();
      return;
    }
    const { elapsedMs } = this.#tracker.sample();
    this.#visit?.advance(elapsedMs, scrolledShare());
    if (location.href !== this.#href) this.#changeAddress();
    const pause = Math.max(REPORT_EVERY_MS / this.#options.timeScale, SHORTEST_REPORT_EVERY_MS);
    if (performance.now() - this.#reportedAt >= pause) this.#report(false);
  }

  /** A new fragment is the same page; another address is another visit. */
  #changeAddress(): void {
    if (canonicalUrl(location.href) === this.#visit?.url) this.#href = location.href;
    else {
      this.#report(true);
      this.#beginVisit();
    }
  }

  #leave(): void {
    this.#report(true);
    this.#options.outbox.sendAll();
  }

  #report(isLast: boolean): void {
    const visit = this.#visit;
    this.#reportedAt = performance.now();
    if (!visit || asksForSecrets(document)) return;
    for (;;) {
      const pending = visit.nextReport(document.title, isLast);
      if (!pending || !this.#options.outbox.post(pending.report)) return;
      pending.markPosted();
    }
  }
}

function scrolledShare(): number {
  const height = Math.max(document.documentElement.scrollHeight, 1);
  return Math.min((window.scrollY + window.innerHeight) / height, 1);
}

/** Random identifier; works on plain http too, where `randomUUID` is missing. */
function randomHex(byteCount: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(byteCount));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
