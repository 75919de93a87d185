import { browser } from 'wxt/browser';
import type { PageState } from '@/lib/app/ports/site-access';

type Mark = 'reading' | 'paused' | 'off';

const SIZES = [16, 32, 48];
const MOST_SHOWN = 99;
const BADGE_GREEN = '#2B6548';

/** The mark on the icon and the title over it. What is left alone looks like any other that is not read. */
const APPEARANCE = {
  reading: { mark: 'reading', title: 'action_reading' },
  paused: { mark: 'paused', title: 'action_paused' },
  'left-alone': { mark: 'off', title: 'action_secret' },
  withheld: { mark: 'off', title: 'action_withheld' },
  'not-allowed': { mark: 'off', title: 'action_off' },
  unreadable: { mark: 'off', title: 'action_off' },
} as const satisfies Record<PageState, { mark: Mark; title: string }>;

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
export async function showPageState(tabId: number, state: PageState): Promise<void> {
  const { mark, title } = APPEARANCE[state];
  try {
    await Promise.all([
      browser.action.setTitle({ tabId, title: browser.i18n.getMessage(title) }),
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
