import type { ReviewCard } from '@/lib/app/ports/review-store';
import type { Occurrence } from '@/lib/domain/reading/model';
import type { StudyDb } from './study-db';

/**
 * Exercises with their passage, page, place on the page and interest labels, in the given order. One whose passage or page
 * is gone is left out; a passage found on several pages shows the one read last.
 */
export function loadCards(db: StudyDb, exerciseIds: readonly string[]): Promise<ReviewCard[]> {
  const tables = [db.exercises, db.passages, db.occurrences, db.pages, db.interests];
  return db.transaction('r', tables, async () => {
    const exercises = (await db.exercises.bulkGet([...exerciseIds])).filter((row) => row !== undefined);
    const passageIds = [...new Set(exercises.map(({ passageId }) => passageId))];
    const [passages, occurrences] = await Promise.all([
      db.passages.bulkGet(passageIds),
      Promise.all(passageIds.map((id) => db.occurrences.where('passageId').equals(id).toArray())),
    ]);
    const passageOf = byId(passages);
    const placeOf = lastReadPlaces(occurrences.flat());
    const [pages, interests] = await Promise.all([
      db.pages.bulkGet([...new Set([...placeOf.values()].map(({ pageId }) => pageId))]),
      db.interests.bulkGet([
        ...new Set([...passageOf.values()].flatMap(({ interestId }) => interestId ?? [])),
      ]),
    ]);
    const pageOf = byId(pages);
    const interestOf = byId(interests);
    return exercises.flatMap((exercise) => {
      const passage = passageOf.get(exercise.passageId);
      const occurrence = placeOf.get(exercise.passageId);
      const page = occurrence && pageOf.get(occurrence.pageId);
      if (passage === undefined || occurrence === undefined || page === undefined) return [];
      const interestLabels = interestOf.get(passage.interestId ?? '')?.labels ?? {};
      return [{ exercise, passage, page, occurrence, interestLabels }];
    });
  });
}

function byId<Row extends { readonly id: string }>(rows: readonly (Row | undefined)[]): Map<string, Row> {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
}

function lastReadPlaces(occurrences: readonly Occurrence[]): Map<string, Occurrence> {
  const places = new Map<string, Occurrence>();
  for (const occurrence of occurrences) {
    const known = places.get(occurrence.passageId);
    if (known === undefined || known.lastReadAt < occurrence.lastReadAt) {
      places.set(occurrence.passageId, occurrence);
    }
  }
  return places;
}
