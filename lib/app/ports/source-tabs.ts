import type { TextSpan, WantedSource } from '@/lib/domain/reading/wanted-source';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** A source that is being shown in a tab and was neither found nor missed there yet. */
export interface PendingSource {
  readonly pageId: string;
  readonly passageId: string;
  readonly sentence?: TextSpan;
  readonly openedAt: EpochMs;
  /** The page in the tab is looking for it. */
  readonly isAsked: boolean;
}

/** Where something is opened: in the tab in front, or in a new one before or behind it. */
export type TabPlace = 'here' | 'in-front' | 'behind';

/** Tabs in which sources are shown. */
export interface SourceTabs {
  /** The tab that shows the page already, where we may know. */
  findPage(url: string): Promise<number | undefined>;
  /** Opens an address, an absolute one or one of the extension, in a new tab in front unless said otherwise, and returns the tab. */
  open(address: string, place?: TabPlace): Promise<number | undefined>;
  /** Opens an address next to a tab, in front only when that tab is. */
  openBeside(tabId: number, address: string): Promise<void>;
  /** Whether the page in a tab has loaded, or failed to. */
  isLoaded(tabId: number): Promise<boolean>;
  bringToFront(tabId: number): Promise<void>;
  /**
   * Lets the page in a tab be searched and the passage be marked. Resolves false where the browser forbids it, and where
   * the page is not of the site that the address is of: no other site gets to know the text.
   */
  mark(tabId: number, wanted: WantedSource, address: string): Promise<boolean>;
  /** What is pending in a tab; survives the death of the worker. */
  readonly pending: {
    put(tabId: number, source: PendingSource): Promise<void>;
    read(tabId: number): Promise<PendingSource | undefined>;
    tabIds(): Promise<number[]>;
    remove(tabId: number): Promise<void>;
  };
}
