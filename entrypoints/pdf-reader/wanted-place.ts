import { fileUrl } from '@/lib/domain/reading/file-address';
import type { StudyDb } from '@/lib/storage/study-db';
import type { WantedPlace } from '@/lib/ui/pdf/pdf-screen';

/** The place that the address of this page asks for: `?file=HASH&passage=ID`; without a passage the file as such. */
export async function findWantedPlace(
  db: StudyDb,
  hash: (text: string) => Promise<string>,
  query: string,
): Promise<WantedPlace | undefined> {
  const parameters = new URLSearchParams(query);
  const page = await db.pages.get(await hash(fileUrl(parameters.get('file') ?? '')));
  if (page?.fileName === undefined) return undefined;
  const occurrence = await db.occurrences.get(`${page.id}:${parameters.get('passage') ?? ''}`);
  return {
    url: page.url,
    fileName: page.fileName,
    page: occurrence?.filePage ?? 1,
    start: occurrence?.anchor.exact ?? '',
  };
}
