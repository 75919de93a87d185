import type { SettingsStore } from '@/lib/app/ports/settings';
import type { SourceRequest } from '@/lib/app/show-source';
import { send } from '@/lib/messaging/bus';
import { createRoomGauge } from '@/lib/storage/room-gauge';
import { createStudyDb } from '@/lib/storage/study-db';
import { openStudy, type StudyEnvironment } from '@/lib/ui/popup/open-study';
import type { Study } from '@/lib/ui/popup/study';

interface PopupStudyEnvironment extends Omit<StudyEnvironment, 'db' | 'newPerDay'> {
  readonly settings: SettingsStore;
}

const db = createStudyDb();

export const roomGauge = createRoomGauge(db);

/** Opens the learner's database for the popup. */
export function connectStudy({ settings, ...environment }: PopupStudyEnvironment): Promise<Study> {
  const newPerDay = async () => (await settings.read()).newPerDay;
  return openStudy({ db, newPerDay, ...environment });
}

/** Asks the readers in a tab whether one of them leaves its page alone, and none reads. */
export async function asksForSecret(tabId: number): Promise<boolean> {
  const [reading, leftAlone] = await Promise.all([
    send('reading.ask', null, { tabId, attempts: 1 }),
    send('reading.ask-left-alone', null, { tabId, attempts: 1 }),
  ]);
  return leftAlone.ok && !reading.ok;
}

/** Asks the background to show a passage in its page: the popup may close before that is there. */
export async function showSource(request: SourceRequest): Promise<boolean> {
  return (await send('source.show', request)).ok;
}

/** Tells the background that counts may be others now, for the badge. */
export async function announceChange(): Promise<void> {
  await send('study.changed', null);
}
