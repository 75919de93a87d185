import type { TextLanguage } from './language';

/** Language that most of the text is in; English when there is none. */
export function mainLanguage(
  texts: Iterable<{ readonly text: string; readonly lang: TextLanguage }>,
): TextLanguage {
  const chars: Record<TextLanguage, number> = { en: 0, zh: 0, other: 0 };
  for (const { text, lang } of texts) chars[lang] += text.length;
  if (chars.other > chars.en + chars.zh) return 'other';
  return chars.zh >= chars.en && chars.zh > 0 ? 'zh' : 'en';
}
