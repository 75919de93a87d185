import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** Where the browser listens for a second debugging client. */
async function debuggerAddress(profileDir: string): Promise<string> {
  const [port, path] = (await readFile(join(profileDir, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

async function tabTargetOf(session: CDPSession, page: Page): Promise<string> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find((target) => target.url === page.url());
  if (tab === undefined) throw new Error(`No tab shows ${page.url()}`);
  return tab.targetId;
}

function popupTarget(session: CDPSession, url: string): Promise<void> {
  return new Promise((resolve) => {
    const check = ({ targetInfo }: { targetInfo: Target }) => {
      if (targetInfo.type !== 'page' || targetInfo.url !== url) return;
      session.off('Target.targetCreated', check);
      session.off('Target.targetInfoChanged', check);
      resolve();
    };
    session.on('Target.targetCreated', check);
    session.on('Target.targetInfoChanged', check);
  });
}

function pageAt(browser: Browser, url: string): Page | undefined {
  return browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url() === url);
}

export interface PopupRequest {
  readonly session: CDPSession;
  readonly profileDir: string;
  readonly extensionId: string;
  /** The page that the learner looks at; it must be the active tab. */
  readonly over: Page;
}

/**
 * Clicks the toolbar icon, which grants `activeTab`, and returns the real popup as a page. The connection that launched
 * the browser never sees popups, so each one is reached by a second connection, made when it is there.
 */
export async function openToolbarPopup(request: PopupRequest): Promise<Page> {
  const { session, profileDir, extensionId, over } = request;
  const url = `chrome-extension://${extensionId}/popup.html`;
  const shown = popupTarget(session, url);
  await session.send('Extensions.triggerAction', {
    id: extensionId,
    targetId: await tabTargetOf(session, over),
  });
  await shown;
  const browser = await chromium.connectOverCDP(await debuggerAddress(profileDir));
  const popup = pageAt(browser, url);
  if (popup === undefined) throw new Error('The popup closed before it could be reached');
  popup.once('close', () => void browser.close());
  return popup;
}
