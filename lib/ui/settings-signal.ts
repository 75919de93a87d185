import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings, SettingsStore } from '@/lib/app/ports/settings';

/** The settings now and after every change, from whatever context; absent until first read. */
export function settingsSignal(store: SettingsStore): ReadonlySignal<Settings | undefined> {
  const settings = signal<Settings | undefined>(undefined);
  store.watch((changed) => {
    settings.value = changed;
  });
  void store.read().then((stored) => {
    settings.value ??= stored;
  });
  return settings;
}
