import type { StudyDb } from '@/lib/storage/study-db';
import type { WantedPlace } from '@/lib/ui/pdf/pdf-screen';

/** The passage of a file that the address of this page asks for: `?page=ID&passage=ID`; the passage may be absent. */
export async function findWantedPlace(db: StudyDb, query: string): Promise<WantedPlace | undefined> {
  const parameters = new URLSearchParams(query);
  const page = await db.pages.get(parameters.get('page') ?? '');
  if (page?.fileName === undefined) return undefined;
  const occurrence = await db.occurrences.get(`${page.id}:${parameters.get('passage') ?? ''}`);
  return {
    url: page.url,
    title: page.title,
    fileName: page.fileName,
    page: occurrence?.filePage ?? 1,
    start: occurrence?.anchor.exact ?? '',
  };
}
