/**
 * What happens on a page, as the popup and the dashboard show it. `withheld`: the site is allowed, but of a kind that is
 * never read until the learner confirms it.
 */
export type SiteState = 'reading' | 'paused' | 'not-allowed' | 'withheld' | 'unreadable';

/** `left-alone`: the site is read, but this page asks for a password or a card. */
export type PageState = SiteState | 'left-alone';

/** The page in the tab that the learner looks at. `origin` is absent where extensions may not read (browser pages). */
export interface CurrentPage {
  readonly tabId: number | undefined;
  readonly origin: string | undefined;
  readonly url: string | undefined;
}

/** Host permissions of the extension. Origins look like `https://example.org`, without a path. */
export interface SiteAccess {
  allowedOrigins(): Promise<string[]>;
  isAllowed(origin: string): Promise<boolean>;
  /** Must be called straight from a click. Resolves false when the learner declines. */
  requestAccess(origin: string): Promise<boolean>;
  removeAccess(origin: string): Promise<void>;
  currentPage(): Promise<CurrentPage>;
}
