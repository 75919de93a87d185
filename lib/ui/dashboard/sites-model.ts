import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Library, SiteSummary } from '@/lib/app/ports/library';
import type { Settings, SettingsStore } from '@/lib/app/ports/settings';
import type { SiteAccess, SiteState } from '@/lib/app/ports/site-access';
import { siteState, withPausedSite } from '@/lib/app/site-state';
import { isOfSite } from '@/lib/domain/reading/site';
import { type Live, liveSignal } from '@/lib/ui/live-signal';
import { SiteFormModel } from '@/lib/ui/site-form-model';

export interface SiteRow {
  /** Scheme and host. */
  readonly site: string;
  readonly state: SiteState;
  readonly pages: number;
  readonly passages: number;
}

export interface SitesView {
  readonly allowed: readonly SiteRow[];
  /** Sites that are not read any more, and files, with what is kept of them. */
  readonly former: readonly SiteSummary[];
  readonly pausedEverywhere: boolean;
}

/** The sites that Gleaner may read on, and the learner's hold over them. */
export class SitesModel {
  readonly view: ReadonlySignal<Live<SitesView>>;
  readonly form: SiteFormModel;
  /** Site that was taken away last. */
  readonly removed: Signal<string | undefined> = signal(undefined);
  readonly #sites: SiteAccess;
  readonly #settings: SettingsStore;
  readonly #allowed = signal<readonly string[] | undefined>(undefined);
  readonly #current: ReadonlySignal<Settings | undefined>;

  constructor(
    sites: SiteAccess,
    store: SettingsStore,
    settings: ReadonlySignal<Settings | undefined>,
    library: Pick<Library, 'sites'>,
  ) {
    this.#sites = sites;
    this.#settings = store;
    this.#current = settings;
    this.form = new SiteFormModel(sites, store);
    const read = liveSignal(() => library.sites());
    this.view = computed(() => this.#look(read.value));
  }

  /** Whether an origin may be read now, as far as the browser has answered. */
  isAllowed(origin: string): boolean {
    return this.#allowed.value?.some((site) => isOfSite(origin, site)) ?? false;
  }

  /** Asks the browser again; to be called whenever a permission came or went. */
  async refresh(): Promise<void> {
    this.#allowed.value = await this.#sites.allowedOrigins();
  }

  async allow(): Promise<void> {
    await this.form.allow();
    await this.refresh();
  }

  /** The learner's answer to the question about a site. Must be called straight from a click. */
  async answer(isYes: boolean): Promise<void> {
    await this.form.answer(isYes);
    await this.refresh();
  }

  async setPaused(site: string, isPaused: boolean): Promise<void> {
    const { pausedOrigins } = await this.#settings.read();
    await this.#settings.update({ pausedOrigins: withPausedSite(pausedOrigins, site, isPaused) });
  }

  async setPausedEverywhere(paused: boolean): Promise<void> {
    await this.#settings.update({ paused });
  }

  /** Takes the permission back, and with it all that was set for the site; what was read stays. */
  async remove(site: string): Promise<void> {
    await this.#sites.removeAccess(site);
    const { pausedOrigins, confirmedSites } = await this.#settings.read();
    const others = (sites: readonly string[]) => sites.filter((other) => !isOfSite(other, site));
    await this.#settings.update({
      pausedOrigins: others(pausedOrigins),
      confirmedSites: others(confirmedSites),
    });
    await this.refresh();
    this.form.type('');
    this.removed.value = site;
  }

  #look(read: Live<readonly SiteSummary[]>): Live<SitesView> {
    const allowed = this.#allowed.value;
    const settings = this.#current.value;
    if (read.state === 'failed') return read;
    if (read.state === 'loading' || allowed === undefined || settings === undefined)
      return { state: 'loading' };
    const rows = allowed.map((site): SiteRow => {
      const kept = read.value.find((summary) => summary.site === site);
      const state = siteState(site, true, settings);
      return { site, state, pages: kept?.pages ?? 0, passages: kept?.passages ?? 0 };
    });
    const former = read.value.filter(({ site }) => !allowed.includes(site));
    return { state: 'ready', value: { allowed: rows, former, pausedEverywhere: settings.paused } };
  }
}
