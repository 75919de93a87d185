import * as v from 'valibot';
import type { Settings } from '@/lib/app/ports/settings';

/** The settings that the first paint depends on. */
export type Appearance = Pick<Settings, 'theme' | 'uiLanguage'>;

const KEY = 'gleaner.appearance';
const DEFAULT: Appearance = { theme: 'auto', uiLanguage: 'auto' };

const schema = v.object({
  theme: v.picklist(['auto', 'light', 'dark']),
  uiLanguage: v.picklist(['auto', 'en', 'zh']),
});

/** A copy that can be read before the first paint, so that no page opens in the wrong colours or language. */
export function readAppearance(storage: Storage): Appearance {
  try {
    const parsed = v.safeParse(schema, JSON.parse(storage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.output : DEFAULT;
  } catch {
    return DEFAULT;
  }
}

export function rememberAppearance(storage: Storage, { theme, uiLanguage }: Appearance): void {
  storage.setItem(KEY, JSON.stringify({ theme, uiLanguage }));
}
