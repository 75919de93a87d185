export type UiLanguage = 'auto' | 'en' | 'zh';
export type ThemeChoice = 'auto' | 'light' | 'dark';

/** Everything kept in `storage.local`. */
export interface Settings {
  readonly uiLanguage: UiLanguage;
  readonly theme: ThemeChoice;
  /** Capture is paused everywhere. */
  readonly paused: boolean;
  readonly pausedOrigins: readonly string[];
  /** Reading times are divided by this: 1 for people, 20 to replay a reader twenty times faster. */
  readonly readingTimeScale: number;
  readonly newPerDay: number;
  /** The learner agreed to reading along; nothing is read before. */
  readonly hasConsented: boolean;
  /** Sites of a kind that is never read by default (private networks, banks, …) which the learner confirmed. */
  readonly confirmedSites: readonly string[];
  /** A dot at the edge of pages that are being read. */
  readonly showIndicator: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  uiLanguage: 'auto',
  theme: 'auto',
  paused: false,
  pausedOrigins: [],
  readingTimeScale: 1,
  newPerDay: 8,
  hasConsented: false,
  confirmedSites: [],
  showIndicator: false,
};

export interface SettingsStore {
  read(): Promise<Settings>;
  update(change: Partial<Settings>): Promise<void>;
  /** Calls back after every change, from whatever context; returns how to stop. */
  watch(listener: (settings: Settings) => void): () => void;
}
