import type { ReadingSpeed } from '@/lib/domain/reading/reading-speed';
import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import type { SiteState } from './site-access';

/** A browser tab. The address is absent where we may not read. */
export interface OpenTab {
  readonly id: number;
  readonly url: string | undefined;
}

export type ReadingInstruction = { readonly active: false } | ActiveReading;

export interface ActiveReading {
  readonly active: true;
  /** How much faster than a person; 1 for people. */
  readonly timeScale: number;
  /** How fast the learner reads. */
  readonly speed: ReadingSpeed;
  /** A dot at the edge of the page while it is being read. */
  readonly showIndicator: boolean;
  /** Absent where the general rules apply. */
  readonly adapter?: SiteAdapter;
}

/** Where the reader (the content script) runs and how it is told what to do. */
export interface ReaderHost {
  /** Makes the reader start by itself on every page that the learner has allowed, and on no other. */
  registerForGrantedSites(): Promise<void>;
  tabs(): Promise<OpenTab[]>;
  /** Resolves false when no reader answers in that tab. */
  instruct(tabId: number, instruction: ReadingInstruction): Promise<boolean>;
  /** Starts a reader in a page that is open already. Does nothing where the browser forbids it. */
  inject(tabId: number): Promise<void>;
  /** Shows at the icon what happens in that tab. */
  show(tabId: number, state: SiteState): Promise<void>;
}
