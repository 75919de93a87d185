import {
  isWithin,
  occurrenceWithout,
  type PartedVisits,
  type Period,
  pageWithout,
  touchesPeriod,
} from '@/lib/domain/reading/forget-visits';
import type { Occurrence, Page, Visit } from '@/lib/domain/reading/model';
import type { StudyDb } from '../study-db';
import { type Doomed, onlyAt, unique } from './doomed';

/**
 * What was read or chosen in the period and at no other time; what was read or chosen at other times, too, loses what
 * happened to it in the period.
 */
export async function findPeriod(db: StudyDb, period: Period): Promise<Doomed> {
  const visits = await visitsIn(db, period);
  const chosen = await placesChosenIn(db, period);
  const seen = await pagesIn(db, period);
  const pageIds = unique([...[...visits, ...chosen].map(({ pageId }) => pageId), ...seen]);
  const [pages, all, places] = await Promise.all([
    db.pages.bulkGet(pageIds),
    db.visits.where('pageId').anyOf(pageIds).toArray(),
    db.occurrences.where('pageId').anyOf(pageIds).toArray(),
  ]);
  const parted = partByPage(pageIds, all, new Set(visits.map(({ id }) => id)));
  const placeFates = shrink(places, (place) =>
    occurrenceWithout(place, parted.get(place.pageId) ?? NO_VISITS, period),
  );
  const pageFates = shrink(
    pages.filter((page) => page !== undefined),
    (page) => pageWithout(page, parted.get(page.id) ?? NO_VISITS, placeFates.left),
  );
  return {
    pageIds: pageFates.gone.map(({ id }) => id),
    visitIds: visits.map(({ id }) => id),
    places: placeFates.gone,
    passageIds: await onlyAt(db, placeFates.gone),
    shrunkPages: pageFates.shrunk,
    shrunkPlaces: placeFates.shrunk,
  };
}

const NO_VISITS: PartedVisits = { forgotten: [], kept: [] };

function visitsIn(db: StudyDb, period: Period): Promise<Visit[]> {
  return db.visits
    .where('lastSeenAt')
    .aboveOrEqual(period.from)
    .filter((visit) => touchesPeriod(visit, period))
    .toArray();
}

/** Choosing is no visit, so only the places themselves tell. */
function placesChosenIn(db: StudyDb, period: Period): Promise<Occurrence[]> {
  return db.occurrences
    .filter(({ selectedAt }) => selectedAt !== undefined && isWithin(selectedAt, period))
    .toArray();
}

/** Pages that were seen in the period and have no visit that could say more. */
async function pagesIn(db: StudyDb, { from, to }: Period): Promise<string[]> {
  const seen = await db.pages
    .where('lastSeenAt')
    .aboveOrEqual(from)
    .filter(({ firstSeenAt }) => firstSeenAt < to)
    .primaryKeys();
  const visited = new Set(
    (await db.visits.where('pageId').anyOf(seen).toArray()).map(({ pageId }) => pageId),
  );
  return seen.filter((id) => !visited.has(id));
}

function partByPage(
  pageIds: readonly string[],
  visits: readonly Visit[],
  forgotten: ReadonlySet<string>,
): Map<string, PartedVisits> {
  const parted = new Map(pageIds.map((id) => [id, { forgotten: [] as Visit[], kept: [] as Visit[] }]));
  for (const visit of visits)
    parted.get(visit.pageId)?.[forgotten.has(visit.id) ? 'forgotten' : 'kept'].push(visit);
  return parted;
}

/** Parts rows into those that go altogether and those that are left, some of them with less. */
function shrink<Row extends Page | Occurrence>(rows: readonly Row[], without: (row: Row) => Row | undefined) {
  const gone: Row[] = [];
  const shrunk: Row[] = [];
  const left: Row[] = [];
  for (const row of rows) {
    const rest = without(row);
    if (rest !== undefined && rest !== row) shrunk.push(rest);
    if (rest === undefined) gone.push(row);
    else left.push(rest);
  }
  return { gone, shrunk, left };
}
