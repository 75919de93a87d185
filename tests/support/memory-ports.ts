import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '@/lib/app/ports/settings';
import type { CurrentPage, SiteAccess } from '@/lib/app/ports/site-access';

const DEFAULTS: Settings = { ...DEFAULT_SETTINGS, uiLanguage: 'en', hasConsented: true };

/** Settings that live as long as the test. */
export function createMemorySettings(initial: Partial<Settings> = {}): SettingsStore {
  let settings: Settings = { ...DEFAULTS, ...initial };
  const listeners = new Set<(settings: Settings) => void>();
  return {
    read: async () => settings,
    update: async (change) => {
      settings = { ...settings, ...change };
      for (const listener of listeners) listener(settings);
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A browser that grants whatever is asked, and shows one page. */
export function createMemorySites(allowed: readonly string[], url: string | undefined): SiteAccess {
  const origins = new Set(allowed);
  const origin = url === undefined ? undefined : new URL(url).origin;
  const page: CurrentPage = { tabId: 1, url, origin };
  return {
    allowedOrigins: async () => [...origins],
    isAllowed: async (asked) => origins.has(asked),
    requestAccess: async (asked) => {
      origins.add(asked);
      return true;
    },
    removeAccess: async (asked) => {
      origins.delete(asked);
    },
    currentPage: async () => page,
  };
}
