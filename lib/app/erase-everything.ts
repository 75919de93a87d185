import type { Erasure, ErasureReceipt } from '@/lib/app/ports/erasure';
import { DEFAULT_SETTINGS, type SettingsStore } from '@/lib/app/ports/settings';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import type { SnapshotStore } from '@/lib/app/ports/snapshot';
import { countGone, preparedQuestions } from '@/lib/app/prepared-questions';

export interface ErasePorts {
  readonly sites: Pick<SiteAccess, 'allowedOrigins' | 'removeAccess'>;
  readonly settings: Pick<SettingsStore, 'update'>;
  readonly erasure: Pick<Erasure, 'forgetEverything'>;
  readonly snapshot: SnapshotStore;
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
  const prepared = countGone(preparedQuestions(snapshot), () => true);
  snapshot.distrust();
  const receipt = await erasure.forgetEverything();
  snapshot.clear();
  return { ...receipt, ...prepared };
}
