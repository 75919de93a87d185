import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '@/scripts/browser-finder.mjs';

/** A machine that has nothing but what a test puts there. */
describe.runIf(process.platform === 'linux')('findBrowser', () => {
  let home: string;
  const place = (path: string) => {
    const file = join(home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    return file;
  };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
    vi.stubEnv('HOME', home);
    vi.stubEnv('PATH', join(home, 'bin'));
    vi.stubEnv('CHROME_PATH', '');
    vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', '');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('finds nothing where there is nothing', () => {
    expect(findBrowser({ branded: true })).toBeUndefined();
  });

  it('takes CHROME_PATH before anything else', () => {
    place('bin/chromium');
    const chosen = place('mine/chrome');
    vi.stubEnv('CHROME_PATH', chosen);
    expect(findBrowser()).toEqual({ path: chosen, kind: 'chromium' });
  });

  it('says so when CHROME_PATH leads nowhere', () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
    expect(() => findBrowser()).toThrow('CHROME_PATH names /nowhere/chrome, and there is no such file.');
  });

  it('prefers a browser on the path to a cached one, and the newest of those', () => {
    place('.cache/ms-playwright/chromium-999/chrome-linux/chrome');
    const newest = place('.cache/ms-playwright/chromium-1200/chrome-linux/chrome');
    place('.cache/ms-playwright/chromium_headless_shell-1300/chrome-linux/chrome');
    expect(findBrowser()).toEqual({ path: newest, kind: 'chromium' });
    const onPath = place('bin/chromium');
    expect(findBrowser()).toEqual({ path: onPath, kind: 'chromium' });
  });

  it('takes Chrome and Edge only where they will do', () => {
    const edge = place('bin/microsoft-edge');
    expect(findBrowser()).toBeUndefined();
    expect(findBrowser({ branded: true })).toEqual({ path: edge, kind: 'branded' });
  });
});
