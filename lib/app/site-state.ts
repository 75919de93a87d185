import { isSameSite, siteOf } from '@/lib/domain/reading/site';
import type { Settings } from './ports/settings';
import type { SiteState } from './ports/site-access';

type PauseSettings = Pick<Settings, 'paused' | 'pausedOrigins'>;

/**
 * What happens on a page, as icon, popup and dashboard show it.
 *
 * @param address the page's address or origin; undefined where extensions cannot read
 * @param isAllowed whether the learner allowed the site
 */
export function siteState(
  address: string | undefined,
  isAllowed: boolean,
  settings: PauseSettings,
): SiteState {
  if (address === undefined || siteOf(address) === undefined) return 'unreadable';
  if (!isAllowed) return 'not-allowed';
  return isPaused(address, settings) ? 'paused' : 'reading';
}

/** Whether the learner paused reading everywhere or on this site. */
export function isPaused(address: string, settings: PauseSettings): boolean {
  return settings.paused || settings.pausedOrigins.some((origin) => isSameSite(origin, address));
}

/** The list of paused sites with one of them paused or not; equal lists when nothing changes. */
export function withPausedSite(
  pausedOrigins: readonly string[],
  address: string,
  isPausedNow: boolean,
): readonly string[] {
  const others = pausedOrigins.filter((origin) => !isSameSite(origin, address));
  const site = siteOf(address);
  return isPausedNow && site ? [...others, site] : others;
}
