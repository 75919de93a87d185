import { DEFAULT_SETTINGS } from '@/lib/app/ports/settings';
import { keepSnapshot, renewSnapshot } from '@/lib/app/renew-snapshot';
import { SESSION_SIZE } from '@/lib/app/study-session';
import { studyDayOf } from '@/lib/domain/scheduling/study-day';
import { logFailure } from '@/lib/platform/logger';
import { createReviewStore } from '@/lib/storage/review-store';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import type { StudyDb } from '@/lib/storage/study-db';

export interface FirstCards {
  /** New exercises may be there to ask. */
  refresh(): Promise<void>;
  /** What was prepared may no longer exist. */
  renew(): Promise<void>;
}

/** The cards that the popup paints first, made one after the other so that an older set never replaces a newer one. */
export function createFirstCards(db: StudyDb): FirstCards {
  const ports = { reviews: createReviewStore(db), snapshot: createSnapshotStore(localStorage) };
  let last = Promise.resolve();
  const afterwards = (prepare: typeof keepSnapshot) => {
    last = last
      .then(() => prepare(ports, sessionOptions()))
      .catch((error: unknown) => logFailure('snapshot.refresh', error));
    return last;
  };
  return { refresh: () => afterwards(keepSnapshot), renew: () => afterwards(renewSnapshot) };
}

/** The learner's settings cannot be read from this document, so it plans with the usual allowance. */
function sessionOptions() {
  const now = Date.now();
  const studyDay = studyDayOf(now, -new Date().getTimezoneOffset());
  return { now, studyDay, newPerDay: DEFAULT_SETTINGS.newPerDay, size: SESSION_SIZE };
}
