import { MAX_WAITING_JOBS } from '@/lib/app/job';
import type {
  PreparedPassage,
  PreparedReading,
  ReadingReceipt,
  ReadingStore,
} from '@/lib/app/ports/reading-store';
import type { RoomGauge } from '@/lib/app/ports/room-gauge';
import { mergeOccurrence, mergePage, mergeVisit } from '@/lib/domain/reading/merge-visit';
import type { Visit } from '@/lib/domain/reading/model';
import { failure, type Result, success } from '@/lib/domain/shared/result';
import { noteDecision, noteRefusal } from './capture-log';
import { isForgotten } from './forgotten-visits';
import { countWaitingJobs, enqueueJob } from './job-queue';
import { keepIfRoom } from './keep-if-room';
import { readingSpeed } from './reading-speed';
import { createRoomGauge } from './room-gauge';
import type { StudyDb } from './study-db';

/** What was read, written so that reporting it twice, late or from two tabs leaves the same rows. */
export function createReadingStore(
  db: StudyDb,
  maxWaitingJobs = MAX_WAITING_JOBS,
  gauge: RoomGauge = createRoomGauge(db),
): ReadingStore {
  const tables = [db.pages, db.visits, db.passages, db.occurrences, db.jobs, db.captureLog, db.meta];
  return {
    record: (reading) =>
      keepIfRoom(gauge, () => db.transaction('rw', tables, async () => record(db, reading, maxWaitingJobs))),
    noteRefusal: (origin, reason, at) => {
      const noting = noteRefusal(db, origin, reason, at);
      // A log that has no room either is no reason to fail.
      return reason === 'disk-full' ? noting.catch(() => undefined) : noting;
    },
    readingSpeed: () => readingSpeed(db),
  };
}

async function record(
  db: StudyDb,
  reading: PreparedReading,
  maxWaitingJobs: number,
): Promise<Result<ReadingReceipt, 'queue-full'>> {
  const { page, totals } = reading;
  if (await isForgotten(db, totals.id)) return success({ newPassages: 0, knownPassages: 0 });
  const knownVisit = await db.visits.get(totals.id);
  const knownPage = await db.pages.get(page.id);
  const stored = await storedAmong(db, reading.passages);
  const kept = withoutDeleted(reading.passages, stored, knownVisit);
  const added = distinct(kept).filter(({ passage }) => !stored.has(passage.id));
  if (added.length > 0 && (await countWaitingJobs(db)) + added.length > maxWaitingJobs)
    return failure('queue-full');
  // A page on which nothing was read yet leaves no trace.
  if (knownPage || kept.length > 0) {
    await addPassages(db, added, reading);
    await recordOccurrences(db, reading, distinct(kept), stored, knownVisit);
    await db.visits.put(mergeVisit(knownVisit, page.id, totals, distinct(kept)));
    await db.pages.put(mergePage(knownPage, knownVisit, page, totals));
  }
  return success({ newPassages: added.length, knownPassages: distinct(kept).length - added.length });
}

async function storedAmong(db: StudyDb, passages: readonly PreparedPassage[]): Promise<Set<string>> {
  const rows = await db.passages.bulkGet(passages.map(({ passage }) => passage.id));
  return new Set(rows.flatMap((row) => (row ? [row.id] : [])));
}

/** A passage that this visit reported before and that is gone now was deleted by the learner. */
function withoutDeleted(
  passages: readonly PreparedPassage[],
  stored: ReadonlySet<string>,
  visit: Visit | undefined,
): PreparedPassage[] {
  return passages.filter(
    ({ passage }) => stored.has(passage.id) || visit?.dwellByPassage[passage.id] === undefined,
  );
}

function distinct(passages: readonly PreparedPassage[]): PreparedPassage[] {
  return [...new Map(passages.map((prepared) => [prepared.passage.id, prepared])).values()];
}

async function addPassages(
  db: StudyDb,
  added: readonly PreparedPassage[],
  { page, totals: { at } }: PreparedReading,
): Promise<void> {
  if (added.length === 0) return;
  await db.passages.bulkAdd(added.map(({ passage }) => passage));
  for (const { passage } of added) await enqueueJob(db, 'embed', passage.id, at);
  const reason = added.some(({ means }) => means === 'read') ? 'read' : 'selected';
  const { origin } = page;
  await noteDecision(db, { at, origin, decision: 'captured', reason, passages: added.length });
}

async function recordOccurrences(
  db: StudyDb,
  { page, totals }: PreparedReading,
  passages: readonly PreparedPassage[],
  stored: ReadonlySet<string>,
  visit: Visit | undefined,
): Promise<void> {
  let repeatsOtherPages = false;
  for (const { passage, ...place } of passages) {
    const id = `${page.id}:${passage.id}`;
    const known = await db.occurrences.get(id);
    const reported = { ...place, id, pageId: page.id, passageId: passage.id };
    await db.occurrences.put(mergeOccurrence(known, visit, reported, totals));
    repeatsOtherPages ||= known === undefined && stored.has(passage.id);
  }
  // New passages bring their pages to analysis once they are embedded; these may be embedded already.
  if (repeatsOtherPages) await enqueueJob(db, 'analyse', page.id, totals.at);
}
