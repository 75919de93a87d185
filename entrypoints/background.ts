import { defineBackground } from 'wxt/utils/define-background';
import { captureReading, openReading } from '@/lib/app/capture-reading';
import { keepReadersInStep, restartReaders, showTabState } from '@/lib/app/keep-readers-in-step';
import { keepStudyInStep } from '@/lib/app/keep-study-in-step';
import { handle, send } from '@/lib/messaging/bus';
import { DONE, toReply } from '@/lib/messaging/protocol';
import { senderOrigin } from '@/lib/messaging/router';
import { onStudyAlarm, setStudyAlarm } from '@/lib/platform/alarms';
import { showDueBadge } from '@/lib/platform/badge';
import { runNoted } from '@/lib/platform/logger';
import { ensureOffscreenDocument } from '@/lib/platform/offscreen';
import { createSiteAccess, onAccessChanged } from '@/lib/platform/permissions';
import { createReaderHost } from '@/lib/platform/reader-host';
import { sha256Hex } from '@/lib/platform/sha256';
import { onFirstInstalled, onInstalled, onTabShown, openWelcomePage } from '@/lib/platform/tabs';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createReviewStore } from '@/lib/storage/review-store';
import { closeStorageToContentScripts, createSettingsStore } from '@/lib/storage/settings';
import { createStudyDb } from '@/lib/storage/study-db';

export default defineBackground(() => {
  const [db, settings, sites, now] = [createStudyDb(), createSettingsStore(), createSiteAccess(), Date.now];
  const readers = createReaderHost(
    async (tabId, instruction) => (await send('reading.setActive', instruction, { tabId, attempts: 1 })).ok,
  );
  const wakeEngine = () => ensureOffscreenDocument().then(() => send('engine.wake', null));
  const reading = { readings: createReadingStore(db), readers, sites, settings, hash: sha256Hex, now };
  const stores = { reviews: createReviewStore(db), queue: createJobQueue(db) };
  const study = { ...stores, showDue: showDueBadge, wakeEngine, comeBackAt: setStudyAlarm, now };
  const refreshReaders = () => runNoted('readers.refresh', () => keepReadersInStep(reading));
  const refreshStudy = () => runNoted('study.refresh', () => keepStudyInStep(study));

  // All listeners are added in the first turn: the event that woke the worker is delivered right after it.
  handle('reading.open', async ({ url }, from) =>
    toReply(await openReading(reading, url, senderOrigin(from))),
  );
  handle('reading.capture', async (report, from) => {
    const captured = await captureReading(reading, report, senderOrigin(from));
    if (captured.ok) refreshStudy();
    return toReply(captured);
  });
  handle('study.changed', () => keepStudyInStep(study).then(() => DONE));
  handle('study.erased', async () => {
    await Promise.all([keepStudyInStep(study), restartReaders(reading)]);
    return DONE;
  });
  onAccessChanged(refreshReaders);
  settings.watch(refreshReaders);
  onTabShown((tab) => runNoted('tab.show', () => showTabState(reading, tab)));
  onStudyAlarm(refreshStudy);
  onInstalled(refreshReaders);
  onFirstInstalled(() => runNoted('welcome.open', openWelcomePage));

  // What was missed while the worker was not running.
  runNoted('storage.close', closeStorageToContentScripts);
  runNoted('readers.register', readers.registerForGrantedSites);
  refreshStudy();
});
