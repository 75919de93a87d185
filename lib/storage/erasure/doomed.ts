import { asOnlyRead } from '@/lib/domain/reading/forget-visits';
import type { Occurrence, Page } from '@/lib/domain/reading/model';
import type { StudyDb } from '../study-db';

/** What a forgetting takes from what was read, found before anything changes. All else follows from it. */
export interface Doomed {
  readonly pageIds: readonly string[];
  readonly visitIds: readonly string[];
  readonly places: readonly Occurrence[];
  readonly passageIds: readonly string[];
  /** Rows that stay with less in them. */
  readonly shrunkPages: readonly Page[];
  readonly shrunkPlaces: readonly Occurrence[];
}

/** One passage, wherever it stands; its pages stay. */
export async function findPassage(db: StudyDb, passageId: string): Promise<Doomed> {
  const places = await db.occurrences.where('passageId').equals(passageId).toArray();
  return { ...NOTHING, passageIds: [passageId], places };
}

/** Pages with every passage that stands on no other page. */
export async function findPages(db: StudyDb, pageIds: readonly string[]): Promise<Doomed> {
  const [visitIds, places] = await Promise.all([
    db.visits.where('pageId').anyOf(pageIds).primaryKeys(),
    db.occurrences.where('pageId').anyOf(pageIds).toArray(),
  ]);
  const passageIds = await onlyAt(db, places);
  return { ...NOTHING, pageIds, visitIds, places, passageIds };
}

/** Passages, and the pages that have no other. */
export async function findPassages(db: StudyDb, passageIds: readonly string[]): Promise<Doomed> {
  const places = await db.occurrences.where('passageId').anyOf(passageIds).toArray();
  const touched = unique(places.map(({ pageId }) => pageId));
  const gone = new Set(passageIds);
  const onThem = await db.occurrences.where('pageId').anyOf(touched).toArray();
  const stay = new Set(onThem.filter((place) => !gone.has(place.passageId)).map(({ pageId }) => pageId));
  const emptied = await findPages(
    db,
    touched.filter((id) => !stay.has(id)),
  );
  return { ...emptied, passageIds, places };
}

/**
 * Places that were chosen, with the passages and the pages that have no other. What was also read, before or since, stays
 * as if it had not been chosen.
 */
export async function findSelection(db: StudyDb, placeIds: readonly string[]): Promise<Doomed> {
  const known = (await db.occurrences.bulkGet([...placeIds])).filter((place) => place !== undefined);
  const chosen = known.filter(({ means }) => means === 'selected');
  const places = chosen.filter(({ readCount }) => readCount === 0);
  return {
    ...NOTHING,
    places,
    passageIds: await onlyAt(db, places),
    pageIds: await emptiedWithout(db, places),
    shrunkPlaces: chosen.filter(({ readCount }) => readCount > 0).map(asOnlyRead),
  };
}

/** Pages that were never visited and hold nothing but these places. */
async function emptiedWithout(db: StudyDb, places: readonly Occurrence[]): Promise<string[]> {
  const touched = unique(places.map(({ pageId }) => pageId));
  const gone = new Set(places.map(({ id }) => id));
  const onThem = await db.occurrences.where('pageId').anyOf(touched).toArray();
  const visits = await db.visits.where('pageId').anyOf(touched).toArray();
  const left = onThem.filter(({ id }) => !gone.has(id));
  const stay = new Set([...left, ...visits].map(({ pageId }) => pageId));
  return touched.filter((id) => !stay.has(id));
}

/** Passages that stand at these places and nowhere else. */
export async function onlyAt(db: StudyDb, places: readonly Occurrence[]): Promise<string[]> {
  const gone = new Set(places.map(({ id }) => id));
  const passageIds = unique(places.map(({ passageId }) => passageId));
  const everywhere = await db.occurrences.where('passageId').anyOf(passageIds).toArray();
  const kept = new Set(everywhere.filter(({ id }) => !gone.has(id)).map(({ passageId }) => passageId));
  return passageIds.filter((id) => !kept.has(id));
}

/** Pages that stay although they lose passages. */
export function pagesLeft({ places, pageIds }: Doomed): string[] {
  const gone = new Set(pageIds);
  return unique(places.map(({ pageId }) => pageId)).filter((id) => !gone.has(id));
}

/** Passages that stay although they lose places. */
export function passagesLeft({ places, passageIds }: Doomed): string[] {
  const gone = new Set(passageIds);
  return unique(places.map(({ passageId }) => passageId)).filter((id) => !gone.has(id));
}

export function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

const NOTHING: Doomed = {
  pageIds: [],
  visitIds: [],
  places: [],
  passageIds: [],
  shrunkPages: [],
  shrunkPlaces: [],
};
