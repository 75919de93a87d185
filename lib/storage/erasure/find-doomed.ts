import type { Forgetting } from '@/lib/app/ports/erasure';
import { IMPORT_ORIGIN, importIdOf } from '@/lib/domain/imports/model';
import { isOfSite } from '@/lib/domain/reading/site';
import type { StudyDb } from '../study-db';
import { type Doomed, findPages, findPassage, findPassages, findSelection, unique } from './doomed';
import { findPeriod } from './find-period';

/** Finds what a forgetting takes. Only reads, in the caller's transaction. */
export async function findDoomed(db: StudyDb, what: Forgetting): Promise<Doomed> {
  switch (what.kind) {
    case 'passage':
      return findPassage(db, what.passageId);
    case 'selection':
      return findSelection(db, what.placeIds);
    case 'page':
      return findPages(db, [what.pageId]);
    case 'site':
      return findSite(db, what.site);
    case 'period':
      return findPeriod(db, what);
    case 'import':
      return findPages(db, await sectionsOf(db, what.importId));
    case 'interest':
      return findPassages(db, await db.passages.where('interestId').equals(what.interestId).primaryKeys());
  }
}

/** The pages that a text was stored as. */
function sectionsOf(db: StudyDb, importId: string): Promise<string[]> {
  return db.pages
    .where('origin')
    .equals(IMPORT_ORIGIN)
    .filter(({ url }) => importIdOf(url) === importId)
    .primaryKeys();
}

async function findSite(db: StudyDb, site: string): Promise<Doomed> {
  const origins = await originsOf(db, site);
  const pages = await findPages(db, await db.pages.where('origin').anyOf(origins).primaryKeys());
  // Also passages that stand nowhere, should there be any.
  const passageIds = await db.passages.where('origin').anyOf(origins).primaryKeys();
  return { ...pages, passageIds: unique([...pages.passageIds, ...passageIds]) };
}

async function originsOf(db: StudyDb, site: string): Promise<string[]> {
  const [ofPages, ofPassages] = await Promise.all(
    [db.pages, db.passages].map((table) => table.orderBy('origin').uniqueKeys()),
  );
  const origins = unique([...(ofPages ?? []), ...(ofPassages ?? [])].map(String));
  return origins.filter((origin) => isOfSite(origin, site));
}
