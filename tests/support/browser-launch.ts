import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import { requireBrowser } from '@/scripts/browser-finder.mjs';
import { type NetworkRequest, readNetworkLog } from './network-log';
import { extensionIdOf, seedProfile } from './profile';

export interface LaunchOptions {
  /** The built extension. */
  readonly extensionDir?: string;
  /** Kept when given; otherwise a fresh one that goes when the browser is closed. */
  readonly profileDir?: string;
  /** Host names that lead to this machine. */
  readonly hostRules?: string;
  /** No name resolves but those of `hostRules`. */
  readonly blockNetwork?: boolean;
  /** Whether requests are written down, which costs time, and of thousands hundreds of megabytes. */
  readonly logsNetwork?: boolean;
  /** Language that pages see, such as `zh-CN`. */
  readonly language?: string;
  /** Width of pages, in CSS pixels; a popup has its own. */
  readonly width?: number;
  /** Keeps pages alive that are left, as browsers of people do and Playwright's do not. */
  readonly backForwardCache?: boolean;
}

export interface LaunchedBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly profileDir: string;
  /** Talks to the browser itself, not to a page. */
  readonly session: CDPSession;
  close(): Promise<void>;
  /** Ends the browser and returns every request that it made, whoever asked; only where `logsNetwork` was asked for. */
  closeAndListRequests(): Promise<readonly NetworkRequest[]>;
}

export const BUILT_EXTENSION = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const GRANTABLE = ['http://*/*', 'https://*/*'];
const VIEWPORT_HEIGHT = 800;
const DEFAULT_WIDTH = 1280;

/** The default screen of headless mode, 800 × 600, cuts popups off. */
const SCREEN = '{1600x1200}';

/** What every start of the browser has in common. */
export function browserFlags(options: LaunchOptions, extensionDir: string): string[] {
  const hostRules = options.hostRules ?? 'MAP *.test 127.0.0.1';
  const blocked = options.blockNetwork ? ', MAP * ~NOTFOUND, EXCLUDE 127.0.0.1' : '';
  return [
    '--headless=new',
    // Otherwise a processor that others need draws as a graphics card would.
    '--disable-gpu',
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    `--host-resolver-rules=${hostRules}${blocked}`,
    `--lang=${options.language ?? 'en-US'}`,
    `--screen-info=${SCREEN}`,
    '--enable-unsafe-extension-debugging',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser is gone');
  const session = await browser.newBrowserCDPSession();
  await session.send('Target.setDiscoverTargets', { discover: true });
  return session;
}

/** Starts headless Chromium with the extension loaded and every site grantable by a real click. */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const extensionDir = await realpath(options.extensionDir ?? BUILT_EXTENSION);
  const extensionId = extensionIdOf(extensionDir);
  const scratch = await mkdtemp(join(await realpath(tmpdir()), 'gleaner-'));
  const profileDir = options.profileDir ?? join(scratch, 'profile');
  const networkLog = join(scratch, 'network.json');
  seedProfile(profileDir, { extensionId, grantable: GRANTABLE, language: options.language ?? 'en-US' });
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: requireBrowser().path,
    headless: true,
    viewport: { width: options.width ?? DEFAULT_WIDTH, height: VIEWPORT_HEIGHT },
    args: [
      ...browserFlags(options, extensionDir),
      '--remote-debugging-port=0',
      ...(options.logsNetwork ? [`--log-net-log=${networkLog}`] : []),
    ],
    ...(options.backForwardCache && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  });
  const close = async () => {
    await context.close();
    await rm(scratch, { recursive: true, force: true });
  };
  return {
    context,
    extensionId,
    profileDir,
    session: await browserSession(context),
    close,
    closeAndListRequests: async () => {
      if (!options.logsNetwork) throw new Error('Requests were not written down: launch with logsNetwork.');
      await context.close();
      const requests = readNetworkLog(networkLog);
      await close();
      return requests;
    },
  };
}
