import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const COMMANDS = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing'],
  branded: ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
};

const MAC_APPS = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
  branded: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
};

const WINDOWS_APPS = {
  chromium: ['Chromium/Application/chrome.exe'],
  branded: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
};

/** Where Playwright and the browser downloader of Puppeteer keep a browser, below their cache folder. */
const CACHED_BINARIES = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

const present = (variable) => process.env[variable] ?? '';

function commandPlaces(kind) {
  const folders = present('PATH').split(delimiter).filter(Boolean);
  return COMMANDS[kind].flatMap((name) => folders.map((folder) => join(folder, name)));
}

function applicationPlaces(kind) {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPS[kind].map((app) => join(folder, app)),
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map(present)
      .filter(Boolean)
      .flatMap((folder) => WINDOWS_APPS[kind].map((app) => join(folder, app)));
  }
  return [];
}

function cacheFolders() {
  const home = homedir();
  return [
    present('PLAYWRIGHT_BROWSERS_PATH'),
    join(home, '.cache/ms-playwright'),
    join(home, 'Library/Caches/ms-playwright'),
    join(present('LOCALAPPDATA') || home, 'ms-playwright'),
    join(home, '.cache/puppeteer/chrome'),
  ].filter((folder) => folder !== '' && existsSync(folder));
}

/** Newest first, as far as the folder names (`chromium-1234`, `linux-156.0.1`) tell. */
function cachedPlaces() {
  return cacheFolders().flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !name.includes('headless_shell'))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .flatMap((name) => CACHED_BINARIES.map((binary) => join(folder, name, binary))),
  );
}

/**
 * Executables that exist where browsers usually are, best first.
 * @param {'chromium' | 'branded'} kind `chromium` loads unpacked extensions from the command line, `branded` (Chrome, Edge) does not.
 */
export function existingBrowsers(kind) {
  const cached = kind === 'chromium' ? cachedPlaces() : [];
  return [...commandPlaces(kind), ...applicationPlaces(kind), ...cached].filter((place) => existsSync(place));
}
