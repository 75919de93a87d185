import { MAX_WAITING_JOBS } from '@/lib/app/job';
import type { PreparedPassage } from '@/lib/app/ports/reading-store';
import type { RoomGauge } from '@/lib/app/ports/room-gauge';
import type { PreparedSelection, SelectionReceipt, SelectionStore } from '@/lib/app/ports/selection-store';
import type { Occurrence } from '@/lib/domain/reading/model';
import { failure, type Result, success } from '@/lib/domain/shared/result';
import { noteDecision } from './capture-log';
import { countWaitingJobs, enqueueJob } from './job-queue';
import { keepIfRoom } from './keep-if-room';
import { createRoomGauge } from './room-gauge';
import type { StudyDb } from './study-db';

/** What the learner selected, written so that selecting it twice leaves the same rows. */
export function createSelectionStore(
  db: StudyDb,
  maxWaitingJobs = MAX_WAITING_JOBS,
  gauge: RoomGauge = createRoomGauge(db),
): SelectionStore {
  const tables = [db.pages, db.passages, db.occurrences, db.jobs, db.captureLog, db.meta];
  return {
    keep: (selection) =>
      keepIfRoom(gauge, () => db.transaction('rw', tables, async () => keep(db, selection, maxWaitingJobs))),
  };
}

async function keep(
  db: StudyDb,
  { page, passages, at }: PreparedSelection,
  maxWaitingJobs: number,
): Promise<Result<SelectionReceipt, 'queue-full'>> {
  const selected = [...new Map(passages.map((prepared) => [prepared.passage.id, prepared])).values()];
  const ids = selected.map(({ passage }) => passage.id);
  const stored = new Set(await db.passages.where('id').anyOf(ids).primaryKeys());
  const added = selected.filter(({ passage }) => !stored.has(passage.id));
  if (added.length > 0 && (await countWaitingJobs(db)) + added.length > maxWaitingJobs)
    return failure('queue-full');
  const chosen: string[] = [];
  for (const prepared of selected) {
    const known = await db.occurrences.get(`${page.id}:${prepared.passage.id}`);
    const place = known ?? toOccurrence(prepared, page.id, at);
    await db.occurrences.put({ ...place, means: 'selected', selectedAt: place.selectedAt ?? at });
    if (known?.means !== 'selected') chosen.push(place.id);
    // New passages bring their page to analysis once they are embedded; one of another page may be embedded already.
    if (!known && stored.has(prepared.passage.id)) await enqueueJob(db, 'analyse', page.id, at);
  }
  const knownPage = await db.pages.get(page.id);
  await db.pages.put(knownPage ?? { ...page, firstSeenAt: at, lastSeenAt: at, activeMs: 0, scrollShare: 0 });
  if (added.length > 0) {
    await db.passages.bulkAdd(added.map(({ passage }) => passage));
    for (const { passage } of added) await enqueueJob(db, 'embed', passage.id, at);
    const { origin } = page;
    await noteDecision(db, {
      at,
      origin,
      decision: 'captured',
      reason: 'selected',
      passages: added.length,
    });
  }
  return success({ added: added.map(({ passage }) => passage.id), chosen, selected: selected.length });
}

/** A passage that was chosen and not read along yet. */
function toOccurrence({ passage, ...place }: PreparedPassage, pageId: string, at: number): Occurrence {
  return {
    ...place,
    id: `${pageId}:${passage.id}`,
    pageId,
    passageId: passage.id,
    readCount: 0,
    lastVisitId: '',
    lastReadAt: at,
  };
}
