import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Settings, SettingsStore } from '@/lib/app/ports/settings';
import type { CurrentPage, PageState, SiteAccess } from '@/lib/app/ports/site-access';
import { siteState, withPausedSite } from '@/lib/app/site-state';
import { refusalFor } from '@/lib/domain/privacy/refusal-list';
import type { UnconfirmedReason } from '@/lib/domain/reading/capture-decision';
import { siteOf } from '@/lib/domain/reading/site';
import { AllowSiteModel } from '@/lib/ui/allow-site-model';

export interface PageView {
  readonly state: PageState;
  /** Host name, such as `example.org`; absent where extensions may not read. */
  readonly host: string | undefined;
  /** A PDF in the browser's own viewer, into which no extension can look. */
  readonly isPdf: boolean;
  /** Paused on all sites, not only here. */
  readonly pausedEverywhere: boolean;
  /** Why the site is left alone, in the state `withheld`. */
  readonly reason?: UnconfirmedReason;
}

/** The page in the tab that the learner looks at: whether it is read, and the one click that changes that. */
export class PageModel {
  /** Absent until the browser has answered. */
  readonly view: ReadonlySignal<PageView | undefined>;
  readonly allowing: AllowSiteModel;
  readonly #sites: SiteAccess;
  readonly #settingsStore: SettingsStore;
  readonly #asksForSecret: (tabId: number) => Promise<boolean>;
  readonly #isLeftAlone = signal(false);
  readonly #page = signal<CurrentPage | undefined>(undefined);
  readonly #isAllowed = signal(false);
  readonly #settings = signal<Settings | undefined>(undefined);

  /** @param asksForSecret whether the reader in a tab leaves its page alone, since it asks for a secret */
  constructor(
    sites: SiteAccess,
    settings: SettingsStore,
    asksForSecret: (tabId: number) => Promise<boolean> = async () => false,
  ) {
    this.#asksForSecret = asksForSecret;
    this.#sites = sites;
    this.#settingsStore = settings;
    this.allowing = new AllowSiteModel(sites, settings);
    this.view = computed(() => this.#look());
  }

  /** Reads the state once and follows the settings; returns how to stop. */
  async connect(): Promise<() => void> {
    const [page, settings] = await Promise.all([this.#sites.currentPage(), this.#settingsStore.read()]);
    const isAllowed = page.origin !== undefined && (await this.#sites.isAllowed(page.origin));
    batch(() => {
      this.#page.value = page;
      this.#isAllowed.value = isAllowed;
      this.#settings.value = settings;
    });
    // Only the page knows, so its answer comes after the first look.
    if (isAllowed && page.tabId !== undefined) void this.#askPage(page.tabId);
    return this.#settingsStore.watch((changed) => {
      this.#settings.value = changed;
    });
  }

  /** Must be called straight from a click: the browser's own prompt needs one. */
  async allow(): Promise<void> {
    const { origin } = this.#page.peek() ?? {};
    const site = origin && siteOf(origin);
    if (site === undefined || site === '') return;
    if ((await this.allowing.begin(site)) === 'allowed') this.#isAllowed.value = true;
  }

  /** The learner's answer to the question about the site. Must be called straight from a click. */
  async answer(isYes: boolean): Promise<void> {
    if (!isYes) this.allowing.leave();
    else if ((await this.allowing.agree()) === 'allowed') this.#isAllowed.value = true;
  }

  async pause(): Promise<void> {
    const origin = this.#page.peek()?.origin;
    const settings = this.#settings.peek();
    if (origin === undefined || settings === undefined) return;
    await this.#change(settings, { pausedOrigins: withPausedSite(settings.pausedOrigins, origin, true) });
  }

  /** Reads here again, whether this site was paused or all of them. */
  async resume(): Promise<void> {
    const origin = this.#page.peek()?.origin;
    const settings = this.#settings.peek();
    if (origin === undefined || settings === undefined) return;
    const pausedOrigins = withPausedSite(settings.pausedOrigins, origin, false);
    await this.#change(settings, { paused: false, pausedOrigins });
  }

  async #askPage(tabId: number): Promise<void> {
    this.#isLeftAlone.value = await this.#asksForSecret(tabId);
  }

  async #change(settings: Settings, change: Partial<Settings>): Promise<void> {
    this.#settings.value = { ...settings, ...change };
    await this.#settingsStore.update(change);
  }

  #look(): PageView | undefined {
    const page = this.#page.value;
    const settings = this.#settings.value;
    if (page === undefined || settings === undefined) return undefined;
    const { origin, url } = page;
    const isPdf = url !== undefined && /\.pdf$/i.test(new URL(url).pathname);
    const ofSite = siteState(origin, this.#isAllowed.value, settings);
    const state = ofSite === 'reading' && this.#isLeftAlone.value ? 'left-alone' : ofSite;
    const pausedEverywhere = settings.paused;
    if (origin === undefined) return { state, host: undefined, isPdf, pausedEverywhere };
    const reason = state === 'withheld' ? refusalFor(origin) : undefined;
    return { state, host: new URL(origin).hostname, isPdf, pausedEverywhere, ...(reason && { reason }) };
  }
}
