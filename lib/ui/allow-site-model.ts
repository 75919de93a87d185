import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type AllowPorts, allowSite, questionBefore, type SiteQuestion } from '@/lib/app/allow-site';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '@/lib/app/ports/settings';
import { settingsSignal } from './settings-signal';

export type { SiteQuestion };

export type AllowOutcome = 'asking' | 'allowed' | 'declined';

/** Allows a site: at once where nothing is to be asked, after the learner's answer otherwise. */
export class AllowSiteModel {
  /** Waits for the learner's answer. */
  readonly question: ReadonlySignal<SiteQuestion | undefined>;
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly #ports: AllowPorts;
  readonly #question: Signal<SiteQuestion | undefined> = signal(undefined);

  constructor(sites: AllowPorts['sites'], settings: SettingsStore) {
    this.#ports = { sites, settings };
    this.settings = settingsSignal(settings);
    this.question = this.#question;
  }

  /**
   * Must be called straight from a click.
   *
   * @param isConsentInView whether the page says what is kept and what is never read, so that its button is the consent
   */
  async begin(site: string, isConsentInView = false): Promise<AllowOutcome> {
    const question = questionBefore(site, this.#known());
    if (question.reason === undefined && (isConsentInView || !question.needsConsent)) {
      return this.#allow(question);
    }
    this.#question.value = isConsentInView ? { ...question, needsConsent: false } : question;
    return 'asking';
  }

  /** The learner's yes. Must be called straight from a click. */
  async agree(): Promise<AllowOutcome> {
    const question = this.#question.peek();
    this.#question.value = undefined;
    return question === undefined ? 'declined' : this.#allow(question);
  }

  /** The learner's no: nothing changes. */
  leave(): void {
    this.#question.value = undefined;
  }

  async #allow(question: SiteQuestion): Promise<AllowOutcome> {
    return (await allowSite(this.#ports, question, this.#known())) ? 'allowed' : 'declined';
  }

  /** Until the settings are read, everything is to be asked. */
  #known(): Settings {
    return this.settings.peek() ?? DEFAULT_SETTINGS;
  }
}
