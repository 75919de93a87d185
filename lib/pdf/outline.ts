import type { OutlineEntry } from '@/lib/app/ports/pdf-file';
import { cleanProse } from '@/lib/domain/reading/passage-text';

/** What is used of the library's document. */
interface OutlinedDocument {
  getOutline(): Promise<readonly LibraryEntry[] | null>;
  getDestination(name: string): Promise<readonly unknown[] | null>;
  getPageIndex(ref: { num: number; gen: number }): Promise<number>;
}

interface LibraryEntry {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly LibraryEntry[];
}

const MOST_ENTRIES = 1_000;
const MOST_DEPTH = 6;
const LONGEST_TITLE = 200;

/** The file's own table of contents, flat and in order; entries that lead to no page are left out. */
export async function readOutline(library: OutlinedDocument): Promise<OutlineEntry[]> {
  const outermost = (await library.getOutline().catch(() => null)) ?? [];
  const entries = flatten(outermost, 0).slice(0, MOST_ENTRIES);
  const placed = await Promise.all(
    entries.map(async ({ entry, depth }) => {
      const page = await pageOf(library, entry.dest).catch(() => undefined);
      const title = cleanProse(entry.title).slice(0, LONGEST_TITLE);
      return page === undefined || title === '' ? [] : [{ title, depth, page }];
    }),
  );
  return placed.flat();
}

function flatten(entries: readonly LibraryEntry[], depth: number): { entry: LibraryEntry; depth: number }[] {
  if (depth >= MOST_DEPTH) return [];
  return entries.flatMap((entry) => [{ entry, depth }, ...flatten(entry.items, depth + 1)]);
}

async function pageOf(library: OutlinedDocument, dest: LibraryEntry['dest']): Promise<number | undefined> {
  const [target] = (typeof dest === 'string' ? await library.getDestination(dest) : dest) ?? [];
  if (typeof target === 'number') return target + 1;
  return isReference(target) ? (await library.getPageIndex(target)) + 1 : undefined;
}

function isReference(target: unknown): target is { num: number; gen: number } {
  return typeof target === 'object' && target !== null && 'num' in target && 'gen' in target;
}
