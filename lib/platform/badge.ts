import { browser } from 'wxt/browser';
import type { SiteState } from '@/lib/app/ports/site-access';

type Mark = 'reading' | 'paused' | 'off';

const SIZES = [16, 32, 48];
const MOST_SHOWN = 99;
const BADGE_GREEN = '#2B6548';

const TITLE_KEYS = { reading: 'action_reading', paused: 'action_paused', off: 'action_off' } as const;

/** Number of due exercises on the icon; nothing when there are none, `99+` beyond 99. */
export async function showDueBadge(count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: BADGE_GREEN });
  await browser.action.setBadgeText({ text: badgeText(count) });
}

export function badgeText(count: number): string {
  if (count <= 0) return '';
  return count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
}

/** Shows by icon and title whether the page in a tab is being read. */
export async function showSiteState(tabId: number, state: SiteState): Promise<void> {
  const mark: Mark = state === 'reading' || state === 'paused' ? state : 'off';
  try {
    await Promise.all([
      browser.action.setTitle({ tabId, title: browser.i18n.getMessage(TITLE_KEYS[mark]) }),
      browser.action.setIcon({ tabId, path: iconPaths(mark) }),
    ]);
  } catch {
    // The tab closed meanwhile.
  }
}

function iconPaths(mark: Mark): Record<string, string> {
  const prefix = mark === 'reading' ? '' : `${mark}-`;
  return Object.fromEntries(SIZES.map((size) => [size, `/icon/${prefix}${size}.png`]));
}
