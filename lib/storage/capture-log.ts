import type { CaptureDecision, RefusedReason } from '@/lib/domain/reading/capture-decision';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { StudyDb } from './study-db';

const KEPT_DECISIONS = 100;

/** Adds a decision and forgets the oldest beyond 100. Runs inside the caller's transaction on `captureLog`. */
export async function noteDecision(db: StudyDb, decision: CaptureDecision): Promise<void> {
  await db.captureLog.add(decision);
  const superfluous = (await db.captureLog.count()) - KEPT_DECISIONS;
  if (superfluous > 0) {
    const oldest = await db.captureLog.orderBy('seq').limit(superfluous).primaryKeys();
    await db.captureLog.bulkDelete(oldest);
  }
}

/** Adds a refusal unless it repeats the newest entry. */
export function noteRefusal(db: StudyDb, origin: string, reason: RefusedReason, at: EpochMs): Promise<void> {
  return db.transaction('rw', db.captureLog, async () => {
    const newest = await db.captureLog.orderBy('seq').last();
    const isRepeated = newest?.decision === 'refused' && newest.origin === origin && newest.reason === reason;
    if (!isRepeated) await noteDecision(db, { at, origin, decision: 'refused', reason });
  });
}
