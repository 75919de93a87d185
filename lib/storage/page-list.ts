import { Dexie } from 'dexie';
import type { PageQuery, PageSummary } from '@/lib/app/ports/library';
import type { Page } from '@/lib/domain/reading/model';
import { isOfSite } from '@/lib/domain/reading/site';
import type { SearchFilters } from '@/lib/domain/search/model';
import type { StudyDb } from './study-db';

/** Pages newest first, with how much was kept of each. */
export async function listPages(
  db: StudyDb,
  { limit, matching = '', filters = {} }: PageQuery,
): Promise<PageSummary[]> {
  const isWanted = await createPageTest(db, matching, filters);
  const inPeriod = db.pages
    .where('lastSeenAt')
    .between(filters.from ?? Dexie.minKey, filters.until ?? Dexie.maxKey, true, false);
  if (isWanted === undefined) return summarisePages(db, await inPeriod.reverse().limit(limit).toArray());
  // One answer with all rows costs less than a step of the database for each.
  const wanted = (await inPeriod.toArray()).reverse().filter(isWanted);
  return summarisePages(db, wanted.slice(0, limit));
}

/** Absent when every page passes. */
async function createPageTest(
  db: StudyDb,
  matching: string,
  { site, interestId }: SearchFilters,
): Promise<((page: Page) => boolean) | undefined> {
  if (matching === '' && site === undefined && interestId === undefined) return undefined;
  const words = matching.toLowerCase().split(/\s+/);
  const ofInterest = interestId === undefined ? undefined : await pagesOfInterest(db, interestId);
  return ({ id, title, url, origin }) => {
    const text = `${title}\n${url}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (site === undefined || isOfSite(origin, site)) &&
      (ofInterest === undefined || ofInterest.has(id))
    );
  };
}

async function pagesOfInterest(db: StudyDb, interestId: string): Promise<Set<string>> {
  const passageIds = await db.passages.where('interestId').equals(interestId).primaryKeys();
  // Their ids name the page, and come without the rows.
  const placeIds = await db.occurrences.where('passageId').anyOf(passageIds).primaryKeys();
  return new Set(placeIds.map((id) => id.slice(0, id.lastIndexOf(':'))));
}

export function summarisePages(db: StudyDb, pages: readonly Page[]): Promise<PageSummary[]> {
  return Promise.all(
    pages.map(async (page) => {
      const places = await db.occurrences.where('pageId').equals(page.id).toArray();
      const passageIds = places.map((place) => place.passageId);
      const exerciseCount = await db.exercises.where('passageId').anyOf(passageIds).count();
      return { page, passageCount: places.length, exerciseCount };
    }),
  );
}
