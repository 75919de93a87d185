import type { ReadingPace } from '@/lib/domain/reading/reading-progress';
import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import { type Activity, createActivity } from './activity';
import type { InnerTree } from './blocks/shown-trees';
import { createDwellTracker, type DwellTracker } from './dwell-tracker';
import { type ContentWatch, type LookOutcome, watchContent } from './late-content';
import { isMachineTranslated } from './machine-translation';
import type { Outbox } from './outbox';
import { pageAddress } from './page-address';
import { onceShown, type PageLife, watchPageLife } from './page-life';
import { scanPage } from './page-scan';
import { pageTitle } from './page-title';
import { randomHex } from './random-hex';
import { reportPauseMs, tickMs } from './reading-rhythm';
import { chooseAdapter } from './root/choose-adapter';
import { asksForSecrets } from './sensitive-page';
import { type Leftovers, Visit } from './visit';
import { watchWindowView } from './window-view';

export interface SessionOptions extends ReadingPace {
  /** Descriptions of the site, of which the first that fits the page holds. */
  readonly adapters: readonly SiteAdapter[];
  readonly outbox: Outbox;
  /** Called with the address of a page that begins to ask for a secret, and without one when it asks no more. */
  readonly onLeftAlone: (url: string | undefined) => void;
}

const NOTHING_FOUND: LookOutcome = { spentMs: 0, foundNew: false };

/** Reads along in this page until it is stopped: one visit for each address that the page shows. */
export class ReadingSession {
  readonly #options: SessionOptions;
  readonly #ending = new AbortController();
  readonly #activity: Activity;
  readonly #tracker: DwellTracker;
  #href = '';
  #visit: Visit | undefined;
  #isTranslated = false;
  #asksForSecrets = false;
  #reportedAt = 0;
  #content: ContentWatch | undefined;
  /** Chosen anew at every look, since an application may build its pages late. */
  #adapter: SiteAdapter | undefined;

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

  start(): void {
    onceShown(this.#begin, this.#ending.signal);
  }

  stop(): void {
    this.#ending.abort();
    this.#activity.stop();
    this.#content?.stop();
    this.#tracker.clear();
    this.#visit = undefined;
  }

  readonly #begin = () => {
    const { signal } = this.#ending;
    const listeners = {
      onVisibility: this.#changeVisibility,
      onLeave: this.#leave,
      onReturn: this.#comeBack,
      onAddress: () => this.#tick(life),
    };
    const life = watchPageLife(listeners, signal);
    const timer = setInterval(() => this.#tick(life), tickMs(this.#options.timeScale));
    signal.addEventListener('abort', () => clearInterval(timer));
    this.#activity.listenIn(document);
    this.#beginVisit();
  };

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
    const adapter = chooseAdapter(document, this.#options.adapters);
    this.#adapter = adapter;
    const { items, spentMs } = await scanPage({ ...(adapter && { adapter }), onInnerTree, isCancelled });
    if (isCancelled()) return NOTHING_FOUND;
    // Who waited for a slow page begins to read now.
    if (visit.isEmpty) this.#activity.renew();
    const added = visit.addBlocks(items);
    for (const watched of added) this.#tracker.watch(watched);
    return { spentMs, foundNew: added.length > 0 };
  }

  #tick(life: PageLife): void {
    if (life.renewIfRewritten()) {
      this.#activity.listenIn(document);
      this.#watchContent();
    }
    this.#advance();
    if (location.href !== this.#href) this.#changeAddress();
    else this.#visit?.nameIt(pageTitle(document, this.#adapter));
    if (performance.now() - this.#reportedAt >= reportPauseMs(this.#options.timeScale)) this.#report(false);
  }

  #advance(isLeaving = false): void {
    this.#visit?.advance(this.#tracker.sample(isLeaving));
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
    this.#advance(true);
    this.#report(true);
    this.#options.outbox.sendAll();
  };

  /** Who comes back to a page that was kept alive visits it again. */
  readonly #comeBack = () => {
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
}
