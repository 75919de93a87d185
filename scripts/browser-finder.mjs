import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { existingBrowsers } from './browser-places.mjs';

const BRANDED_NAME = /google chrome$|google-chrome|microsoft[- ]edge|msedge|[\\/]google[\\/]chrome[\\/]/i;

function kindOf(path) {
  return BRANDED_NAME.test(path) || basename(path) === 'chrome.exe' ? 'branded' : 'chromium';
}

/**
 * `CHROME_PATH`, else Chromium or Chrome for Testing where they usually are, else (when allowed) Chrome or Edge.
 * @returns {{ path: string, kind: 'chromium' | 'branded' } | undefined}
 */
export function findBrowser({ branded = false } = {}) {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, and there is no such file.`);
    return { path: chosen, kind: kindOf(chosen) };
  }
  const [chromium] = existingBrowsers('chromium');
  if (chromium !== undefined) return { path: chromium, kind: 'chromium' };
  const [other] = branded ? existingBrowsers('branded') : [];
  return other === undefined ? undefined : { path: other, kind: 'branded' };
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installFromDebian(packages) {
  console.log(`No browser found: installing ${packages.join(' and ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

/**
 * Finds a browser, or installs Debian's Chromium when that is possible.
 * @param {{ branded?: boolean, fonts?: boolean }} wishes `branded`: Chrome and Edge will do; `fonts`: also install
 * Chinese fonts with the browser, for pictures of pages.
 * @throws {Error} in one sentence, saying what to install.
 */
export function requireBrowser({ branded = false, fonts = false } = {}) {
  const found = findBrowser({ branded });
  if (found !== undefined) return found;
  if (canInstall()) installFromDebian(fonts ? ['chromium', 'fonts-noto-cjk'] : ['chromium']);
  const installed = findBrowser({ branded });
  if (installed !== undefined) return installed;
  const wanted = branded ? 'Chromium, Chrome or Edge' : 'Chromium or Chrome for Testing';
  throw new Error(`No browser found: install ${wanted}, or set CHROME_PATH to its executable.`);
}
