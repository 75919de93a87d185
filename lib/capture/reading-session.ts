import type { ReadingPace } from '@/lib/domain/reading/reading-progress';
import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import { type Activity, createActivity } from './activity';
import { watchAddress } from './address-changes';
import type { InnerTree } from './blocks/shown-trees';
import { createDwellTracker, type DwellTracker } from './dwell-tracker';
import { type ContentWatch, type LookOutcome, watchContent } from './late-content';
import { isMachineTranslated } from './machine-translation';
import type { Outbox } from './outbox';
import { pageAddress } from './page-address';
import { scanPage } from './page-scan';
import { asksForSecrets } from './sensitive-page';
import { type Leftovers, Visit } from './visit';
import { watchWindowView } from './window-view';

export interface SessionOptions extends ReadingPace {
  /** Absent where the general rules apply. */
  readonly adapter?: SiteAdapter;
  readonly outbox: Outbox;
  /** Called with the address of a page that begins to ask for a secret, and without one when it asks no more. */
  readonly onLeftAlone: (url: string | undefined) => void;
}

const NOTHING_FOUND: LookOutcome = { spentMs: 0, foundNew: false };

const TICK_MS = 250;
const SHORTEST_TICK_MS = 50;
const REPORT_EVERY_MS = 3_000;
const SHORTEST_REPORT_EVERY_MS = 250;

/** Reads along in this page until it is stopped: one visit for each address that the page shows. */
export class ReadingSession {
  readonly #options: SessionOptions;
  readonly #ending = new AbortController();
  readonly #activity: Activity;
  readonly #tracker: DwellTracker;
  #root: Element | undefined;
  #href = '';
  #visit: Visit | undefined;
  #isTranslated = false;
  #asksForSecrets = false;
  #reportedAt = 0;
  #content: ContentWatch | undefined;

  constructor(options: SessionOptions) {
    const now = () => performance.now();
    const view = watchWindowView();
    this.#options = options;
    this.#activity = createActivity(now, options.timeScale);
    this.#tracker = createDwellTracker({
      now,
      isPageVisible: () => document.visibilityState === 'visible' && !this.#isTranslated,
      isIdle: this.#activity.isIdle,
      windowSpan: view.span,
    });
    this.#ending.signal.addEventListener('abort', view.stop);
  }

  /** Begins at once, or when a page that is only being prepared (prerendered) is shown. */
  start(): void {
    const { signal } = this.#ending;
    const { prerendering }: { prerendering?: boolean } = Object(document);
    if (prerendering) document.addEventListener('prerenderingchange', this.#begin, { once: true, signal });
    else this.#begin();
  }

  stop(): void {
    this.#ending.abort();
    this.#activity.stop();
    this.#content?.stop();
    this.#tracker.clear();
    this.#visit = undefined;
  }

  readonly #begin = () => {
    const tickMs = Math.max(TICK_MS / this.#options.timeScale, SHORTEST_TICK_MS);
    const timer = setInterval(this.#tick, tickMs);
    this.#ending.signal.addEventListener('abort', () => clearInterval(timer));
    this.#listen();
    this.#beginVisit();
  };

  /** A page that writes itself anew (`document.open`) makes its document and window forget all listeners. */
  #listen(): void {
    const { signal } = this.#ending;
    this.#root = document.documentElement;
    this.#activity.listenIn(document);
    addEventListener('pagehide', this.#leave, { signal });
    addEventListener('pageshow', this.#comeBack, { signal });
    document.addEventListener('visibilitychange', this.#changeVisibility, { signal });
    watchAddress(this.#tick, signal);
  }

  #beginVisit(leftovers: Leftovers = new Map()): void {
    this.#href = location.href;
    const url = pageAddress(document, this.#href);
    const { speed, timeScale } = this.#options;
    const pace = { speed, timeScale };
    this.#visit = url === undefined ? undefined : new Visit({ id: randomHex(16), url, pace, leftovers });
    this.#tracker.clear();
    this.#watchContent();
  }

  /** Looks through the page, now and whenever it changes. */
  #watchContent(): void {
    this.#content?.stop();
    this.#content = watchContent((content) => this.#scan(content));
    this.#content.observe(document);
  }

  /** Looks through the page and watches what is new in it. */
  async #scan(content: ContentWatch): Promise<LookOutcome> {
    const visit = this.#visit;
    this.#isTranslated = isMachineTranslated(document);
    if (this.#isLeftAlone() || !visit || this.#isTranslated) return NOTHING_FOUND;
    const isCancelled = () => this.#ending.signal.aborted || this.#visit !== visit;
    const onInnerTree = (tree: InnerTree) => {
      content.observe(tree);
      if ('defaultView' in tree) this.#activity.listenIn(tree);
    };
    const { adapter } = this.#options;
    const { items, spentMs } = await scanPage({ ...(adapter && { adapter }), onInnerTree, isCancelled });
    if (isCancelled()) return NOTHING_FOUND;
    // Who waited for a slow page begins to read now.
    if (visit.isEmpty) this.#activity.renew();
    const added = visit.addBlocks(items);
    for (const watched of added) this.#tracker.watch(watched);
    return { spentMs, foundNew: added.length > 0 };
  }

  readonly #tick = () => {
    if (document.documentElement !== this.#root) {
      this.#listen();
      this.#watchContent();
    }
    this.#advance();
    if (location.href !== this.#href) this.#changeAddress();
    else this.#visit?.nameIt(this.#title());
    const pause = Math.max(REPORT_EVERY_MS / this.#options.timeScale, SHORTEST_REPORT_EVERY_MS);
    if (performance.now() - this.#reportedAt >= pause) this.#report(false);
  };

  #advance(): void {
    this.#visit?.advance(this.#tracker.sample());
  }

  /** A new fragment is the same page; another address is another visit. */
  #changeAddress(): void {
    const visit = this.#visit;
    if (visit && pageAddress(document, location.href) === visit.url) {
      this.#href = location.href;
      return;
    }
    this.#report(true);
    this.#beginVisit(visit?.leftovers());
  }

  readonly #changeVisibility = () => {
    this.#advance();
    if (document.hidden) this.#report(true);
  };

  readonly #leave = () => {
    this.#advance();
    this.#report(true);
    this.#options.outbox.sendAll();
  };

  /** Who comes back to a page that was kept alive visits it again. */
  readonly #comeBack = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    this.#options.outbox.resume();
    this.#activity.renew();
    this.#beginVisit();
  };

  #report(isLast: boolean): void {
    const visit = this.#visit;
    this.#reportedAt = performance.now();
    if (this.#isLeftAlone() || !visit) return;
    for (;;) {
      const pending = visit.nextReport(isLast);
      if (!pending || !this.#options.outbox.post(pending.report)) return;
      pending.markPosted();
    }
  }

  /**
   * A page that asks for a secret is left alone: what was read of it and not yet handed in is forgotten. When it asks no
   * more, a new visit begins.
   */
  #isLeftAlone(): boolean {
    const asks = asksForSecrets(document);
    if (asks && this.#visit) {
      this.#options.outbox.clear();
      this.#tracker.clear();
      this.#options.onLeftAlone(this.#visit.url);
      this.#visit = undefined;
    } else if (!asks && this.#asksForSecrets) {
      this.#beginVisit();
      this.#options.onLeftAlone(undefined);
    }
    this.#asksForSecrets = asks;
    return asks;
  }

  #title(): string {
    const { title } = this.#options.adapter ?? {};
    const stated = title === undefined ? undefined : document.querySelector(title)?.textContent?.trim();
    return stated || document.title;
  }
}

/** Random identifier; works on plain http too, where `randomUUID` is missing. */
function randomHex(byteCount: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(byteCount));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
