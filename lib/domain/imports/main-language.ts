import type { TextLanguage } from '../text/language';
import type { ImportedBlock } from './imported-block';

/** The language in which most of a text is written. */
export function mainLanguage(blocks: readonly Pick<ImportedBlock, 'text' | 'lang'>[]): TextLanguage {
  const chars = new Map<TextLanguage, number>();
  for (const { text, lang } of blocks) chars.set(lang, (chars.get(lang) ?? 0) + text.length);
  const [most] = [...chars].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 'other';
}
