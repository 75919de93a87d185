import type { ReadingSpeed } from '@/lib/domain/reading/reading-speed';
import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import type { PageState } from './site-access';

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
  /** Descriptions of the site, of which the first that fits the page holds; empty where only the general rules apply. */
  readonly adapters: readonly SiteAdapter[];
}

/** What scouts and readers are told when they should ask again what they may read. */
export interface ReadingChange {
  /** Whether readers forget what they have reported and begin a new visit. */
  readonly startAnew: boolean;
}

/** A document in a frame of a tab; another document in that frame has another id. */
export interface FrameDocument {
  readonly tabId: number;
  readonly documentId: string;
}

/**
 * Where our scripts run in pages. A scout goes along to every page and frame that is allowed, and asks for a reader where
 * there is something to read.
 */
export interface ReaderHost {
  /** Makes scouts start by themselves in every frame that the learner has allowed, and in no other. */
  registerForGrantedSites(): Promise<void>;
  tabs(): Promise<OpenTab[]>;
  /** Sends scouts into a page that is open already. Does nothing where they are, or where the browser forbids it. */
  sendScouts(tabId: number): Promise<void>;
  /** Starts the reader in one frame. Resolves false when its document is gone or may not be read. */
  startReader(frame: FrameDocument): Promise<boolean>;
  /** Tells the scouts and readers in all frames of a tab to ask again what they may do. */
  announce(tabId: number, change: ReadingChange): Promise<void>;
  /** Whether a reader is at work in any frame of the tab. */
  isReading(tabId: number): Promise<boolean>;
  /** Whether a reader in any frame of the tab leaves its page alone, since it asks for a secret. */
  isLeftAlone(tabId: number): Promise<boolean>;
  /** Shows at the icon what happens in that tab. */
  show(tabId: number, state: PageState): Promise<void>;
}
