import { beginReading } from '@/lib/app/begin-reading';
import { captureReading, openReading } from '@/lib/app/capture-reading';
import { declineReading } from '@/lib/app/decline-reading';
import { keepReadersInStep, showTabState } from '@/lib/app/keep-readers-in-step';
import { pruneConfirmedSites } from '@/lib/app/prune-confirmed-sites';
import { success } from '@/lib/domain/shared/result';
import { handle } from '@/lib/messaging/bus';
import { toReply } from '@/lib/messaging/protocol';
import { senderDocument, senderOrigin } from '@/lib/messaging/router';
import { runNoted } from '@/lib/platform/logger';
import { onAccessChanged } from '@/lib/platform/permissions';
import { onInstalled, onTabShown } from '@/lib/platform/tabs';
import type { BackgroundParts } from './parts';

/** Readers, what they hand in, and whatever changes what they may read. */
export function listenToReaders({ reading, settings, refreshStudy }: BackgroundParts): void {
  const refreshReaders = () => runNoted('readers.refresh', () => keepReadersInStep(reading));

  handle('reading.begin', async ({ url }, from) => {
    const frame = senderDocument(from);
    return toReply(frame ? await beginReading(reading, url, senderOrigin(from), frame) : success(false));
  });
  handle('reading.open', async ({ url }, from) => {
    const opened = await openReading(reading, url, senderOrigin(from));
    const tabId = from.tab?.id;
    if (opened.ok && opened.value.active && tabId !== undefined)
      runNoted('tab.show', () => reading.readers.show(tabId, 'reading'));
    return toReply(opened);
  });
  handle('reading.capture', async (report, from) => {
    const captured = await captureReading(reading, report, senderOrigin(from));
    if (captured.ok) refreshStudy();
    return toReply(captured);
  });
  handle('reading.decline', async ({ url }, from) => {
    const declined = await declineReading(reading, url, senderOrigin(from));
    const { id, url: tabUrl } = from.tab ?? {};
    if (declined.ok && id !== undefined)
      runNoted('tab.show', () => showTabState(reading, { id, url: tabUrl }));
    return toReply(declined);
  });
  onAccessChanged(() => {
    refreshReaders();
    runNoted('sites.prune', () => pruneConfirmedSites(reading));
  });
  settings.watch(refreshReaders);
  onTabShown((tab) => runNoted('tab.show', () => showTabState(reading, tab)));
  onInstalled(refreshReaders);
}
