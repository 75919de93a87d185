import type { SettingsStore } from '@/lib/app/ports/settings';
import { send } from '@/lib/messaging/bus';
import type { PayloadOf } from '@/lib/messaging/protocol';
import { flashBadge } from '@/lib/platform/notice-badge';
import { runInPage } from '@/lib/platform/page-scripts';
import { setUiLanguage } from '@/lib/ui/i18n';

/** Says something in the page, or at the icon where the browser lets nobody into the page. */
export async function showNotice(tabId: number, notice: PayloadOf<'notice.show'>): Promise<void> {
  await runInPage('/notice.js', { tabId, frameId: 0 });
  const shown = await send('notice.show', notice, { tabId, frameId: 0, attempts: 1 });
  if (!shown.ok) await flashBadge(tabId, notice.text);
}

/** The worker may be new, and the learner may have chosen another language since. */
export async function speakAsChosen(settings: Pick<SettingsStore, 'read'>): Promise<void> {
  setUiLanguage((await settings.read()).uiLanguage);
}
