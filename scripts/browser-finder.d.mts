export interface FoundBrowser {
  readonly path: string;
  /** `branded` (Chrome, Edge) does not load unpacked extensions from the command line. */
  readonly kind: 'chromium' | 'branded';
}

export function findBrowser(wishes?: { branded?: boolean }): FoundBrowser | undefined;
export function requireBrowser(wishes?: { branded?: boolean; fonts?: boolean }): FoundBrowser;
