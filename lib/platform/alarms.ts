import { browser } from 'wxt/browser';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** An exercise becomes due, or jobs wait that somebody should look after. */
const STUDY_ALARM = 'study';

/** Sets the alarm to an instant, or takes it away when there is none. The browser may be up to a minute late. */
export async function setStudyAlarm(when: EpochMs | undefined): Promise<void> {
  if (when === undefined) await browser.alarms.clear(STUDY_ALARM);
  else await browser.alarms.create(STUDY_ALARM, { when });
}

/** To be called in the worker's first turn. */
export function onStudyAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === STUDY_ALARM) listener();
  });
}
