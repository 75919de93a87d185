import { refusalFor } from '@/lib/domain/privacy/refusal-list';
import type { RefusedReason } from '@/lib/domain/reading/capture-decision';
import { isSameSite, siteOf } from '@/lib/domain/reading/site';
import type { Settings } from './ports/settings';
import type { SiteState } from './ports/site-access';

type PauseSettings = Pick<Settings, 'paused' | 'pausedOrigins'>;
type SiteSettings = PauseSettings & Pick<Settings, 'hasConsented' | 'confirmedSites'>;

/**
 * What happens on a page, as icon, popup and dashboard show it.
 *
 * @param address the page's address or origin; undefined where extensions cannot read
 * @param isAllowed whether the browser lets us read on the site. Without the learner's consent that counts for nothing
 */
export function siteState(
  address: string | undefined,
  isAllowed: boolean,
  settings: SiteSettings,
): SiteState {
  if (address === undefined || siteOf(address) === undefined) return 'unreadable';
  if (!isAllowed || !settings.hasConsented) return 'not-allowed';
  if (refusalFor(address) !== undefined && !isConfirmed(address, settings)) return 'withheld';
  return isPaused(address, settings) ? 'paused' : 'reading';
}

/** Why a page whose state is not `reading` is not read, for the log of decisions. */
export function refusedReason(address: string, isAllowed: boolean, settings: SiteSettings): RefusedReason {
  if (!isAllowed) return 'site-not-allowed';
  if (!settings.hasConsented) return 'no-consent';
  const isWithheld = siteState(address, isAllowed, settings) === 'withheld';
  return (isWithheld ? refusalFor(address) : undefined) ?? 'paused';
}

/** Whether the learner confirmed a site of a kind that is left alone otherwise. */
export function isConfirmed(address: string, { confirmedSites }: Pick<Settings, 'confirmedSites'>): boolean {
  return confirmedSites.some((site) => isSameSite(site, address));
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
