import type { EpochMs } from '@/lib/domain/shared/clock';
import { forgetVisits } from '../forgotten-visits';
import type { StudyDb } from '../study-db';
import { type Doomed, pagesLeft, passagesLeft, unique } from './doomed';
import type { Tally } from './tally';

/** Takes pages, visits, places and passages, and leaves the others as if the rest had never been read. */
export async function removeReading(db: StudyDb, doomed: Doomed, tally: Tally): Promise<void> {
  const { pageIds, visitIds, places, passageIds, shrunkPages, shrunkPlaces } = doomed;
  await forgetVisits(db, visitIds);
  await db.pages.bulkPut([...shrunkPages]);
  await db.occurrences.bulkPut([...shrunkPlaces]);
  tally.add('occurrences', places.length);
  await db.occurrences.bulkDelete(places.map(({ id }) => id));
  await blankSurroundings(db, pagesLeft(doomed));
  tally.add('visits', await db.visits.where('id').anyOf(visitIds).delete());
  tally.add('pages', await db.pages.where('id').anyOf(pageIds).delete());
  tally.add('passages', await db.passages.where('id').anyOf(passageIds).delete());
  await dateAnew(db, unique([...passagesLeft(doomed), ...shrunkPlaces.map(({ passageId }) => passageId)]));
}

/** A passage that was also read at other times, or elsewhere, was first read at the earliest of those. */
async function dateAnew(db: StudyDb, passageIds: readonly string[]) {
  const places = await db.occurrences.where('passageId').anyOf(passageIds).toArray();
  const visits = await db.visits
    .where('pageId')
    .anyOf(unique(places.map(({ pageId }) => pageId)))
    .toArray();
  for (const id of passageIds) {
    const read = visits.filter(({ dwellByPassage }) => dwellByPassage[id] !== undefined);
    const kept = places.filter(({ passageId }) => passageId === id);
    const instants = [
      ...read.map(({ startedAt }) => startedAt),
      ...kept.flatMap(({ lastReadAt, selectedAt = lastReadAt }) => [lastReadAt, selectedAt]),
    ];
    const createdAt: EpochMs = Math.min(...instants);
    if (Number.isFinite(createdAt)) await db.passages.update(id, { createdAt });
  }
}

/** The words before and after a passage, by which it is found on its page, may be those of one that goes. */
async function blankSurroundings(db: StudyDb, pageIds: readonly string[]): Promise<void> {
  const places = await db.occurrences.where('pageId').anyOf(pageIds).toArray();
  await db.occurrences.bulkPut(
    places.map((place) => ({ ...place, anchor: { ...place.anchor, prefix: '', suffix: '' } })),
  );
}
