import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '@/lib/app/ports/settings';

/** One schema a setting; the default stands in for anything damaged. */
const SCHEMAS = {
  uiLanguage: v.fallback(v.picklist(['auto', 'en', 'zh']), DEFAULT_SETTINGS.uiLanguage),
  theme: v.fallback(v.picklist(['auto', 'light', 'dark']), DEFAULT_SETTINGS.theme),
  paused: v.fallback(v.boolean(), DEFAULT_SETTINGS.paused),
  pausedOrigins: v.fallback(v.array(v.string()), [...DEFAULT_SETTINGS.pausedOrigins]),
  readingTimeScale: v.fallback(
    v.pipe(v.number(), v.minValue(1), v.maxValue(1_000)),
    DEFAULT_SETTINGS.readingTimeScale,
  ),
  newPerDay: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
    DEFAULT_SETTINGS.newPerDay,
  ),
  hasConsented: v.fallback(v.boolean(), DEFAULT_SETTINGS.hasConsented),
  confirmedSites: v.fallback(v.array(v.string()), [...DEFAULT_SETTINGS.confirmedSites]),
  showIndicator: v.fallback(v.boolean(), DEFAULT_SETTINGS.showIndicator),
} as const;

const settingsSchema = v.object(SCHEMAS);
const names = Object.keys(SCHEMAS) as (keyof Settings)[];

/** Each setting has a key of its own, so that two pages that change different settings at once do not undo each other. */
const PREFIX = 'settings.';
const keyOf = (name: keyof Settings) => `${PREFIX}${name}`;

/** Settings in `storage.local`. A value that is missing, damaged or of another version reads as its default. */
export function createSettingsStore(): SettingsStore {
  return { read, update, watch };
}

async function read(): Promise<Settings> {
  const stored = await browser.storage.local.get(names.map(keyOf));
  return v.parse(settingsSchema, Object.fromEntries(names.map((name) => [name, stored[keyOf(name)]])));
}

async function update(change: Partial<Settings>): Promise<void> {
  const entries = Object.entries(change).map(([name, value]) => [`${PREFIX}${name}`, value]);
  await browser.storage.local.set(Object.fromEntries(entries));
}

function watch(listener: (settings: Settings) => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    const isOurs = area === 'local' && Object.keys(changes).some((key) => key.startsWith(PREFIX));
    if (isOurs) void read().then(listener);
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** Keeps settings from content scripts, which share a process with the page. To be called whenever the worker starts. */
export async function closeStorageToContentScripts(): Promise<void> {
  await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
