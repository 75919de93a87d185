import { readMeta, writeMeta } from './meta';
import type { StudyDb } from './study-db';

/** More than can be open in tabs at once. */
const REMEMBERED = 1_000;

/**
 * Remembers that visits were forgotten, so that a page that is still open cannot bring back what was read in them. Only
 * the number that the reader drew for the visit is kept, which says nothing about the page. Runs inside the caller's
 * transaction on `meta`.
 */
export async function forgetVisits(db: StudyDb, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  const known = (await readMeta(db, 'forgottenVisits')) ?? [];
  const numbers = [...new Set([...known, ...visitIds.map(numberOf)])];
  await writeMeta(db, 'forgottenVisits', numbers.slice(-REMEMBERED));
}

/** Whether the learner has forgotten a visit that goes on. */
export async function isForgotten(db: StudyDb, visitId: string): Promise<boolean> {
  const numbers = await readMeta(db, 'forgottenVisits');
  return numbers?.includes(numberOf(visitId)) ?? false;
}

/** The id of a visit is its number and the id of its page. */
function numberOf(visitId: string): string {
  return visitId.replace(/:.*$/, '');
}
