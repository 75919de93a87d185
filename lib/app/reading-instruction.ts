import { adapterFor } from '@/lib/domain/reading/adapters';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';
import type { ReadingInstruction } from './ports/reader-host';
import type { Settings } from './ports/settings';
import type { SiteState } from './ports/site-access';

/** What a reader is told to do on a page in that state. */
export function readingInstruction(
  address: string | undefined,
  state: SiteState,
  { readingTimeScale: timeScale, showIndicator }: Settings,
): ReadingInstruction {
  if (state !== 'reading' || address === undefined) return { active: false };
  const adapter = adapterFor(address);
  return { active: true, timeScale, speed: AVERAGE_SPEED, showIndicator, ...(adapter && { adapter }) };
}
