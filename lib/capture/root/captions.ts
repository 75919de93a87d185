import { topicsOf } from './names';
import type { Region } from './region';

/** More text than this is not about one picture. */
const LONGEST = { chars: 600, shareOfProse: 0.35 } as const;

const BOX_TAGS: ReadonlySet<string> = new Set(['center', 'div', 'figure', 'section']);
const BOX = { chars: 400, runs: 3 } as const;

/** Whether a region says what a picture shows: by its tag or name, or because it holds a picture and little else. */
export function isCaption(region: Region, whole: Region): boolean {
  if (region.chars > LONGEST.chars || region.proseChars > whole.proseChars * LONGEST.shareOfProse)
    return false;
  if (region.tag === 'figcaption' || topicsOf(region).has('captions')) return true;
  if (!BOX_TAGS.has(region.tag) || region.pictures === 0) return false;
  if (region.headings > 0 || region.columns > 0) return false;
  return region.chars <= BOX.chars && region.runs <= BOX.runs;
}
