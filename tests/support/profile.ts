import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ID_LENGTH = 32;
const HEX_RADIX = 16;
const LETTER_A = 97;

/** The id that Chromium gives to an unpacked extension: its path's SHA-256, hex digits written as letters a to p. */
export function extensionIdOf(extensionDir: string): string {
  const path = Buffer.from(extensionDir, process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digest = createHash('sha256').update(path).digest('hex').slice(0, ID_LENGTH);
  return digest.replace(/./g, (digit) => String.fromCharCode(LETTER_A + Number.parseInt(digit, HEX_RADIX)));
}

export interface ProfileSeed {
  readonly extensionId: string;
  /** Host patterns that may be granted without the browser's own prompt, which nobody can click in headless mode. */
  readonly grantable: readonly string[];
  readonly language: string;
}

/**
 * Writes the preferences of a profile that has none yet. Hosts and bookmarks count as granted once and withheld since, so
 * a click on the extension's own button is still needed, and then resolves true.
 */
export function seedProfile(profileDir: string, seed: ProfileSeed): void {
  const file = join(profileDir, 'Default', 'Preferences');
  if (existsSync(file)) return;
  const granted = {
    api: ['bookmarks'],
    explicit_host: seed.grantable,
    manifest_permissions: [],
    scriptable_host: [],
  };
  const preferences = {
    intl: { accept_languages: seed.language, selected_languages: seed.language },
    extensions: { settings: { [seed.extensionId]: { runtime_granted_permissions: granted } } },
  };
  mkdirSync(join(profileDir, 'Default'), { recursive: true });
  writeFileSync(file, JSON.stringify(preferences));
}
