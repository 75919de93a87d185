import { adaptersFor } from '@/lib/domain/reading/adapters';
import type { ReadingSpeed } from '@/lib/domain/reading/reading-speed';
import type { ReadingInstruction } from './ports/reader-host';
import type { Settings } from './ports/settings';
import type { SiteState } from './ports/site-access';

/** What a reader is told to do on a page in that state. */
export function readingInstruction(
  address: string | undefined,
  state: SiteState,
  { readingTimeScale: timeScale, showIndicator }: Settings,
  speed: ReadingSpeed,
): ReadingInstruction {
  if (state !== 'reading' || address === undefined) return { active: false };
  return { active: true, timeScale, speed, showIndicator, adapters: adaptersFor(address) };
}
