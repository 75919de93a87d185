import type { Erasure, ErasureReceipt } from '@/lib/app/ports/library';
import { DEFAULT_SETTINGS, type SettingsStore } from '@/lib/app/ports/settings';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import type { SnapshotStore } from '@/lib/app/ports/snapshot';

export interface ErasePorts {
  readonly sites: Pick<SiteAccess, 'allowedOrigins' | 'removeAccess'>;
  readonly settings: Pick<SettingsStore, 'update'>;
  readonly erasure: Pick<Erasure, 'eraseEverything'>;
  readonly snapshot: Pick<SnapshotStore, 'clear'>;
}

/**
 * Back to the state after installation, but for language and theme. Sites are forgotten first, so that nothing new is
 * read meanwhile. Doing it again after an interruption completes it.
 */
export async function eraseEverything({
  sites,
  settings,
  erasure,
  snapshot,
}: ErasePorts): Promise<ErasureReceipt> {
  for (const origin of await sites.allowedOrigins()) await sites.removeAccess(origin);
  const { uiLanguage: _, theme: __, ...others } = DEFAULT_SETTINGS;
  await settings.update(others);
  const receipt = await erasure.eraseEverything();
  snapshot.clear();
  return receipt;
}
