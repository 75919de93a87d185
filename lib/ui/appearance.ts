import type { Settings, SettingsStore } from '@/lib/app/ports/settings';
import { type Appearance, readAppearance, rememberAppearance } from '@/lib/storage/appearance';
import { followUiLanguage, setUiLanguage } from './i18n';
import { applyTheme } from './theme';

/**
 * Gives a page the learner's theme and language: at once as remembered, then as the settings say, now and after every
 * change. Call it before the first paint.
 */
export function followAppearance(page: Document, storage: Storage, settings: SettingsStore): void {
  const show = ({ theme, uiLanguage }: Appearance) => {
    applyTheme(page, theme);
    setUiLanguage(uiLanguage);
  };
  const learn = (current: Settings) => {
    show(current);
    rememberAppearance(storage, current);
  };
  followUiLanguage(page);
  show(readAppearance(storage));
  void settings.read().then(learn);
  settings.watch(learn);
}
