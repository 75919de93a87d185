import type { SettingsStore } from './ports/settings';
import type { SiteAccess } from './ports/site-access';

export interface PrunePorts {
  readonly sites: Pick<SiteAccess, 'isAllowed'>;
  readonly settings: Pick<SettingsStore, 'read' | 'update'>;
}

/**
 * Forgets the learner's confirmation of sites that may not be read any more, in whatever way that was taken back, so that
 * it is asked for again with the next permission.
 */
export async function pruneConfirmedSites({ sites, settings }: PrunePorts): Promise<void> {
  const { confirmedSites: asked } = await settings.read();
  const answers = await Promise.all(asked.map(async (site) => ((await sites.isAllowed(site)) ? [] : [site])));
  const lost = new Set(answers.flat());
  if (lost.size === 0) return;
  // Read again, since another one may have been confirmed meanwhile.
  const { confirmedSites } = await settings.read();
  await settings.update({ confirmedSites: confirmedSites.filter((site) => !lost.has(site)) });
}
