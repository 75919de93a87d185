import type { Forgetting } from '@/lib/app/ports/erasure';
import { type Bookmark, IMPORT_ORIGIN, importIdOf } from '@/lib/domain/imports/model';
import type { Page } from '@/lib/domain/reading/model';
import { isOfSite } from '@/lib/domain/reading/site';
import type { StudyDb } from '../study-db';
import { unique } from './doomed';
import type { Tally } from './tally';

/**
 * Takes the rows of texts that were brought in when the last page of them went, or in a time that goes, or when they are
 * meant themselves. Pages have to be gone before.
 *
 * @param pages that went
 */
export async function removeImports(
  db: StudyDb,
  what: Forgetting,
  pages: readonly Page[],
  tally: Tally,
): Promise<void> {
  const emptied = await importsWithoutPages(db, pages);
  const added = what.kind === 'period' ? await addedIn(db, what) : [];
  // A text of which nothing is stored yet has no page.
  const named = what.kind === 'import' ? [what.importId] : [];
  const ids = unique([...emptied, ...added, ...named]);
  if (ids.length > 0) tally.add('imports', await db.imports.where('id').anyOf(ids).delete());
}

/** Takes bookmarks of the site or of the time. */
export async function removeBookmarks(db: StudyDb, what: Forgetting, tally: Tally): Promise<void> {
  if (what.kind !== 'site' && what.kind !== 'period') return;
  const isGone = ({ url, addedAt }: Bookmark) =>
    what.kind === 'site' ? leadsTo(url, what.site) : addedAt >= what.from && addedAt < what.to;
  const count = await db.bookmarks.filter(isGone).delete();
  if (count > 0) tally.add('bookmarks', count);
}

async function importsWithoutPages(db: StudyDb, gone: readonly Page[]): Promise<string[]> {
  const touched = new Set(gone.flatMap(({ url }) => importIdOf(url) ?? []));
  if (touched.size === 0) return [];
  const left = await db.pages.where('origin').equals(IMPORT_ORIGIN).toArray();
  for (const { url } of left) touched.delete(importIdOf(url) ?? '');
  return [...touched];
}

function addedIn(db: StudyDb, { from, to }: Extract<Forgetting, { kind: 'period' }>): Promise<string[]> {
  return db.imports.where('addedAt').between(from, to, true, false).primaryKeys();
}

function leadsTo(url: string, site: string): boolean {
  return URL.canParse(url) && isOfSite(new URL(url).origin, site);
}
