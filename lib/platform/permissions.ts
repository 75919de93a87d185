import { browser } from 'wxt/browser';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import { isWebPattern, patternOf, siteOfPattern } from './match-pattern';
import { currentPage } from './tabs';

/** Host permissions of the browser, asked for and given back one site at a time. */
export function createSiteAccess(): SiteAccess {
  return {
    allowedOrigins: async () => (await grantedPatterns()).flatMap((pattern) => siteOfPattern(pattern) ?? []),
    isAllowed: (origin) => withPattern(origin, (origins) => browser.permissions.contains({ origins })),
    requestAccess: (origin) => withPattern(origin, (origins) => browser.permissions.request({ origins })),
    removeAccess: async (origin) => {
      await withPattern(origin, (origins) => browser.permissions.remove({ origins }));
    },
    currentPage,
  };
}

/** Match patterns of the web that the learner has allowed. */
export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(isWebPattern);
}

/** Calls back whenever the learner allows or forbids a site, in whatever way. To be called in the worker's first turn. */
export function onAccessChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

/** Calls the browser in the same turn, since asking for a permission needs the learner's click. */
function withPattern(origin: string, ask: (origins: string[]) => Promise<boolean>): Promise<boolean> {
  const pattern = patternOf(origin);
  return pattern ? ask([pattern]) : Promise.resolve(false);
}
