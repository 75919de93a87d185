import { browser } from 'wxt/browser';

const SHOWN_MS = 5_000;
const AMBER = '#8A5A0B';

/** Says something at the icon for a moment, where nothing can be shown in the page. Goes with the page, too. */
export async function flashBadge(tabId: number, title: string): Promise<void> {
  const { action } = browser;
  const before = await action.getTitle({ tabId });
  await Promise.all([
    action.setTitle({ tabId, title }),
    action.setBadgeText({ tabId, text: '!' }),
    action.setBadgeBackgroundColor({ tabId, color: AMBER }),
  ]);
  setTimeout(() => void restore(tabId, before), SHOWN_MS);
}

async function restore(tabId: number, title: string): Promise<void> {
  try {
    await browser.action.setTitle({ tabId, title });
    await browser.action.setBadgeText({ tabId });
  } catch {
    // The tab closed meanwhile.
  }
}
