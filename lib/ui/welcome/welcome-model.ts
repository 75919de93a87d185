import type { ReadonlySignal } from '@preact/signals';
import type { Settings, SettingsStore, UiLanguage } from '@/lib/app/ports/settings';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import { siteState } from '@/lib/app/site-state';
import { siteOf } from '@/lib/domain/reading/site';
import { settingsSignal } from '@/lib/ui/settings-signal';
import { SiteFormModel } from '@/lib/ui/site-form-model';

export interface WelcomeEnvironment {
  readonly sites: SiteAccess;
  readonly settings: SettingsStore;
  /** Query of the page's address; its `site` may name the address to start with. */
  readonly query: string;
}

/** The first steps: a language, and the first site. */
export class WelcomeModel {
  readonly form: SiteFormModel;
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly #environment: WelcomeEnvironment;

  constructor(environment: WelcomeEnvironment) {
    this.#environment = environment;
    this.settings = settingsSignal(environment.settings);
    this.form = new SiteFormModel(environment.sites, environment.settings, {
      address: offeredAddress(environment.query),
      isConsentInView: true,
    });
  }

  /** A site that is allowed already needs no second click. */
  async connect(): Promise<void> {
    const { sites, settings } = this.#environment;
    const address = this.form.typed.peek();
    const site = siteOf(address);
    if (site === undefined) return;
    const state = siteState(site, await sites.isAllowed(site), await settings.read());
    if (state === 'reading' || state === 'paused') this.form.markAllowed(address);
  }

  async chooseLanguage(uiLanguage: UiLanguage): Promise<void> {
    await this.#environment.settings.update({ uiLanguage });
  }
}

/** The address in the query, only when it is one of the web; anything else is as good as none. */
export function offeredAddress(query: string): string {
  const offered = new URLSearchParams(query).get('site') ?? '';
  return siteOf(offered) === undefined ? '' : new URL(offered).href;
}
