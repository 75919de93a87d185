import { type LearnPorts, learnSelection } from '@/lib/app/learn-selection';
import { undoSelection } from '@/lib/app/undo-selection';
import { handle } from '@/lib/messaging/bus';
import { DONE, refusal } from '@/lib/messaging/protocol';
import { parseSelectionReadings, undoTicketSchema } from '@/lib/messaging/selection-schemas';
import { type LearnClick, offerLearnSelection, onLearnSelection } from '@/lib/platform/context-menu';
import { runNoted } from '@/lib/platform/logger';
import { runInPage } from '@/lib/platform/page-scripts';
import { createTabValues } from '@/lib/platform/session-values';
import { onInstalled, openWelcomePage } from '@/lib/platform/tabs';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createSelectionStore } from '@/lib/storage/selection-store';
import { t } from '@/lib/ui/i18n';
import { learnNotice, noticeWords } from '@/lib/ui/learn-notice';
import { showNotice, speakAsChosen } from './notices';
import type { BackgroundParts } from './parts';

/** What the newest selection in each tab may be taken back with. */
const tickets = createTabValues('undo', undoTicketSchema);

/** "Learn this" in the menu of selected text and on the keyboard, and taking it back. */
export function listenToSelections({ db, settings, reading, refreshStudy }: BackgroundParts): void {
  const selections = createSelectionStore(db);
  const reader = {
    read: async (place: LearnClick) => parseSelectionReadings(await runInPage('/selection.js', place)),
  };
  const undoing = { erasure: createErasure(db), now: reading.now };
  const nameMenu = async () => {
    await speakAsChosen(settings);
    await offerLearnSelection(t('page.learn'));
  };

  onLearnSelection((click) =>
    runNoted('selection.learn', async () => {
      await speakAsChosen(settings);
      await learn({ ...reading, selections, reader }, click);
      refreshStudy();
    }),
  );
  handle('selection.undo', async ({ ticket }, { tab, frameId }) => {
    const kept = tab?.id === undefined || frameId !== 0 ? undefined : await tickets.read(tab.id);
    if (tab?.id === undefined || kept?.ticket !== ticket) return refusal('sender-refused', 'no such ticket');
    await undoSelection(undoing, kept);
    await tickets.remove(tab.id);
    refreshStudy();
    return DONE;
  });
  onInstalled(() => runNoted('menu.offer', nameMenu));
  settings.watch(() => runNoted('menu.offer', nameMenu));
}

async function learn(ports: LearnPorts, click: LearnClick): Promise<void> {
  try {
    const learned = await learnSelection(ports, click);
    if (!learned.ok && learned.error === 'no-consent') return await openWelcomePage();
    const { words, undo } = learnNotice(learned);
    if (!learned.ok || !undo) return await showNotice(click.tabId, words);
    const ticket = crypto.randomUUID().replaceAll('-', '');
    await tickets.put(click.tabId, { ticket, chosen: [...learned.value.chosen] });
    await showNotice(click.tabId, { ...words, undo: { ...undo, ticket } });
  } catch (error) {
    await showNotice(click.tabId, noticeWords(t('page.learn.failed')));
    throw error;
  }
}
