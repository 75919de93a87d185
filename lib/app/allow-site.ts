import { refusalFor } from '@/lib/domain/privacy/refusal-list';
import type { UnconfirmedReason } from '@/lib/domain/reading/capture-decision';
import type { Settings, SettingsStore } from './ports/settings';
import type { SiteAccess } from './ports/site-access';
import { isConfirmed } from './site-state';

/** What the learner has to answer before a site is read. */
export interface SiteQuestion {
  /** Scheme and host. */
  readonly site: string;
  /** The first site of all: what is kept and what is never read has to be agreed to. */
  readonly needsConsent: boolean;
  /** Why the site is left alone unless the learner confirms it. */
  readonly reason?: UnconfirmedReason;
}

type AgreedSettings = Pick<Settings, 'hasConsented' | 'confirmedSites'>;

export function questionBefore(site: string, settings: AgreedSettings): SiteQuestion {
  const reason = isConfirmed(site, settings) ? undefined : refusalFor(site);
  return { site, needsConsent: !settings.hasConsented, ...(reason && { reason }) };
}

export interface AllowPorts {
  readonly sites: Pick<SiteAccess, 'requestAccess'>;
  readonly settings: Pick<SettingsStore, 'read' | 'update'>;
}

/**
 * Lets Gleaner read along on a site after the learner has answered every question about it. Must be called straight from a
 * click, since the browser's own prompt needs one. What was agreed is stored first: the prompt may close the page that
 * asked. It is taken back when the learner declines the prompt.
 *
 * @returns whether the site may be read
 */
export async function allowSite(
  { sites, settings }: AllowPorts,
  { site, needsConsent, reason }: SiteQuestion,
  { hasConsented, confirmedSites }: AgreedSettings,
): Promise<boolean> {
  const isNew = needsConsent || reason !== undefined;
  const confirms = reason !== undefined;
  const agreed = { hasConsented: true, ...(confirms && { confirmedSites: [...confirmedSites, site] }) };
  const stored = isNew && settings.update(agreed);
  // Both begin in the turn of the click.
  const granted = sites.requestAccess(site);
  await stored;
  if (await granted) return true;
  if (isNew)
    await settings.update({ hasConsented, ...(confirms && (await withoutConfirmation(settings, site))) });
  return false;
}

/** Other sites may have been confirmed, or lost, while the prompt was open. */
async function withoutConfirmation(settings: Pick<SettingsStore, 'read'>, site: string) {
  const { confirmedSites } = await settings.read();
  return { confirmedSites: confirmedSites.filter((confirmed) => confirmed !== site) };
}
