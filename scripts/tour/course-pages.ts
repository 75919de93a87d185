import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const SKIPPED = /(^|\/)(index|genindex|py-modindex|search|contents|copyright)(\.[\w-]+)?\.html?$/;
const INDEX = /^index(\.[\w-]+)?\.html?$/;
const HTML = /\.html?$/;
const HREF = /\bhref="([^"#?:]+)(?:[#?][^"]*)?"/g;

function linksOf(folder: string, index: string): string[] {
  const text = readFileSync(join(folder, index), 'utf8');
  return [...text.matchAll(HREF)].map(([, target = '']) => posix.normalize(decodeURIComponent(target)));
}

/**
 * Paths of the pages to read in a folder of HTML: in the order in which its index pages link to them, then the rest of
 * the folder by name. Pages that only lead elsewhere (indexes, search) are left out.
 */
export function listCoursePages(folder: string, limit = Number.POSITIVE_INFINITY): string[] {
  const names = readdirSync(folder).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const linked = names.filter((name) => INDEX.test(name)).flatMap((index) => linksOf(folder, index));
  const pages = [...new Set([...linked, ...names])].filter(
    (path) =>
      HTML.test(path) && !SKIPPED.test(path) && !path.startsWith('..') && existsSync(join(folder, path)),
  );
  return pages.slice(0, limit).map((path) => `/${path}`);
}
