import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import { siteOf } from '@/lib/domain/reading/site';
import { completeAddress } from './site-address';

/** What became of the last try. */
export type SiteFormOutcome = 'invalid' | 'declined' | 'allowed';

/** Asks for an address and lets Gleaner read along on its site. */
export class SiteFormModel {
  readonly typed: ReadonlySignal<string>;
  readonly outcome: ReadonlySignal<SiteFormOutcome | undefined>;
  /** The address that was allowed last. */
  readonly allowedAddress: ReadonlySignal<string | undefined>;
  readonly #sites: Pick<SiteAccess, 'requestAccess'>;
  readonly #typed = signal('');
  readonly #outcome = signal<SiteFormOutcome | undefined>(undefined);
  readonly #allowedAddress = signal<string | undefined>(undefined);

  constructor(sites: Pick<SiteAccess, 'requestAccess'>, address = '') {
    this.#sites = sites;
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
    const isAllowed = await this.#sites.requestAccess(site);
    if (isAllowed) this.markAllowed(address);
    else this.#outcome.value = 'declined';
  }

  /** Notes that the site of an address may be read, and makes room for another one. */
  markAllowed(address: string): void {
    batch(() => {
      this.#typed.value = '';
      this.#outcome.value = 'allowed';
      this.#allowedAddress.value = address;
    });
  }
}
