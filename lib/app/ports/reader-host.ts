import type { SiteState } from './site-access';

/** A browser tab. The address is absent where we may not read. */
export interface OpenTab {
  readonly id: number;
  readonly url: string | undefined;
}

export interface ReadingInstruction {
  readonly active: boolean;
  readonly timeScale: number;
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
