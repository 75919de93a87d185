import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SettingsStore } from '@/lib/app/ports/settings';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import { siteOf } from '@/lib/domain/reading/site';
import { type AllowOutcome, AllowSiteModel } from './allow-site-model';
import { completeAddress } from './site-address';

/** What became of the last try. */
export type SiteFormOutcome = 'invalid' | 'confirming' | 'declined' | 'allowed';

export interface SiteFormOptions {
  /** The address to start with. */
  readonly address?: string;
  /** The page of the form says what is kept and what is never read. */
  readonly isConsentInView?: boolean;
}

/** Asks for an address and lets Gleaner read along on its site. */
export class SiteFormModel {
  readonly typed: ReadonlySignal<string>;
  readonly outcome: ReadonlySignal<SiteFormOutcome | undefined>;
  /** The address that was allowed last. */
  readonly allowedAddress: ReadonlySignal<string | undefined>;
  readonly allowing: AllowSiteModel;
  readonly #isConsentInView: boolean;
  readonly #typed = signal('');
  readonly #outcome = signal<SiteFormOutcome | undefined>(undefined);
  readonly #allowedAddress = signal<string | undefined>(undefined);
  #asked = '';

  constructor(
    sites: Pick<SiteAccess, 'requestAccess'>,
    settings: SettingsStore,
    { address = '', isConsentInView = false }: SiteFormOptions = {},
  ) {
    this.allowing = new AllowSiteModel(sites, settings);
    this.#isConsentInView = isConsentInView;
    this.#typed.value = address;
    this.typed = computed(() => this.#typed.value);
    this.outcome = computed(() => this.#outcome.value);
    this.allowedAddress = computed(() => this.#allowedAddress.value);
  }

  type(text: string): void {
    this.#typed.value = text;
    this.#outcome.value = undefined;
  }

  /** Must be called straight from a click: the browser's own prompt needs one. */
  async allow(): Promise<void> {
    const address = completeAddress(this.#typed.peek());
    const site = address && siteOf(address);
    if (address === undefined || site === undefined) {
      this.#outcome.value = 'invalid';
      return;
    }
    await this.request(address, site);
  }

  /** Allows the site of an address that need not be typed. Must be called straight from a click. */
  async request(address: string, site: string): Promise<void> {
    this.#asked = address;
    this.#note(await this.allowing.begin(site, this.#isConsentInView));
  }

  /** The learner's answer to the question about the site. Must be called straight from a click. */
  async answer(isYes: boolean): Promise<void> {
    if (isYes) this.#note(await this.allowing.agree());
    else this.allowing.leave();
  }

  /** Notes that the site of an address may be read, and makes room for another one. */
  markAllowed(address: string): void {
    batch(() => {
      this.#typed.value = '';
      this.#outcome.value = 'allowed';
      this.#allowedAddress.value = address;
    });
  }

  #note(outcome: AllowOutcome): void {
    if (outcome === 'allowed') this.markAllowed(this.#asked);
    else this.#outcome.value = outcome === 'asking' ? 'confirming' : 'declined';
  }
}
