import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Settings, SettingsStore } from '@/lib/app/ports/settings';
import type { CurrentPage, SiteAccess, SiteState } from '@/lib/app/ports/site-access';
import { isSameSite } from '@/lib/domain/reading/site';

export interface PageView {
  readonly state: SiteState;
  /** Host name, such as `example.org`; absent where extensions may not read. */
  readonly host: string | undefined;
  /** Paused on all sites, not only here. */
  readonly pausedEverywhere: boolean;
}

/** The page in the tab that the learner looks at: whether it is read, and the one click that changes that. */
export class PageModel {
  /** Absent until the browser has answered. */
  readonly view: ReadonlySignal<PageView | undefined>;
  readonly #sites: SiteAccess;
  readonly #settingsStore: SettingsStore;
  readonly #page = signal<CurrentPage | undefined>(undefined);
  readonly #isAllowed = signal(false);
  readonly #settings = signal<Settings | undefined>(undefined);

  constructor(sites: SiteAccess, settings: SettingsStore) {
    this.#sites = sites;
    this.#settingsStore = settings;
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
    return this.#settingsStore.watch((changed) => {
      this.#settings.value = changed;
    });
  }

  /** Must be called straight from a click: the browser's own prompt needs one. */
  async allow(): Promise<void> {
    const origin = this.#page.peek()?.origin;
    if (origin !== undefined) this.#isAllowed.value = await this.#sites.requestAccess(origin);
  }

  async pause(): Promise<void> {
    const origin = this.#page.peek()?.origin;
    const settings = this.#settings.peek();
    if (origin === undefined || settings === undefined) return;
    await this.#change(settings, { pausedOrigins: [...settings.pausedOrigins, origin] });
  }

  /** Reads here again, whether this site was paused or all of them. */
  async resume(): Promise<void> {
    const origin = this.#page.peek()?.origin;
    const settings = this.#settings.peek();
    if (origin === undefined || settings === undefined) return;
    const pausedOrigins = settings.pausedOrigins.filter((paused) => !isSameSite(paused, origin));
    await this.#change(settings, { paused: false, pausedOrigins });
  }

  async #change(settings: Settings, change: Partial<Settings>): Promise<void> {
    this.#settings.value = { ...settings, ...change };
    await this.#settingsStore.update(change);
  }

  #look(): PageView | undefined {
    const page = this.#page.value;
    const settings = this.#settings.value;
    if (page === undefined || settings === undefined) return undefined;
    const { origin } = page;
    if (origin === undefined) return { state: 'unreadable', host: undefined, pausedEverywhere: false };
    const host = new URL(origin).hostname;
    const isPaused = settings.paused || settings.pausedOrigins.some((paused) => isSameSite(paused, origin));
    const allowedState = isPaused ? 'paused' : 'reading';
    const state = this.#isAllowed.value ? allowedState : 'not-allowed';
    return { state, host, pausedEverywhere: settings.paused };
  }
}
