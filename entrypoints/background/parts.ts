import { keepStudyInStep } from '@/lib/app/keep-study-in-step';
import { send } from '@/lib/messaging/bus';
import { setStudyAlarm } from '@/lib/platform/alarms';
import { showDueBadge } from '@/lib/platform/badge';
import { runNoted } from '@/lib/platform/logger';
import { createSiteAccess } from '@/lib/platform/permissions';
import { createReaderHost } from '@/lib/platform/reader-host';
import { sha256Hex } from '@/lib/platform/sha256';
import { keepBallast } from '@/lib/storage/ballast';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createReviewStore } from '@/lib/storage/review-store';
import { createRoomGauge } from '@/lib/storage/room-gauge';
import { createSettingsStore } from '@/lib/storage/settings';
import { createStudyDb } from '@/lib/storage/study-db';
import { sendToEngine } from './engine-line';

/** What the listeners of the background share: ports filled with adapters, and the follow-up that most of them end with. */
export type BackgroundParts = ReturnType<typeof createParts>;

export function createParts() {
  const [db, settings, sites, now] = [createStudyDb(), createSettingsStore(), createSiteAccess(), Date.now];
  const readers = createReaderHost({
    announce: async (tabId, change) => void (await send('reading.changed', change, { tabId, attempts: 1 })),
    isReading: async (tabId) => (await send('reading.ask', null, { tabId, attempts: 1 })).ok,
    isLeftAlone: async (tabId) => (await send('reading.ask-left-alone', null, { tabId, attempts: 1 })).ok,
  });
  const reading = { readings: createReadingStore(db), readers, sites, settings, hash: sha256Hex, now };
  const stores = { reviews: createReviewStore(db), queue: createJobQueue(db) };
  const wakeEngine = () => sendToEngine('engine.wake', null);
  /** For a learner who has reason to think that what stopped the engine is over. */
  const tryAgain = () => sendToEngine('engine.try-again', null);
  const study = { ...stores, showDue: showDueBadge, wakeEngine, comeBackAt: setStudyAlarm, now };
  const gauge = createRoomGauge(db);
  /** Brings badge, alarm and engine into line after something to learn came or went, and lays room by for answers. */
  const refreshStudy = () => {
    runNoted('study.refresh', () => keepStudyInStep(study));
    runNoted('ballast.keep', () => keepBallast(gauge));
  };
  return { db, settings, reading, study, refreshStudy, tryAgain };
}
