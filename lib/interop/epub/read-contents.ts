import { resolvePath } from './book-path';
import { elementsIn, type ReadXml } from './read-package';

/** What the tables of contents call each document, by its path; the first name of a document is that of the whole. */
export function readContents(readXml: ReadXml, paths: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const path of paths) {
    const table = readXml(path);
    const entries = table ? [...linksIn(table), ...pointsIn(table)] : [];
    for (const { reference, name } of entries) {
      const target = resolvePath(path, reference);
      if (target !== undefined && name !== '' && !names.has(target)) names.set(target, name);
    }
  }
  return names;
}

interface Entry {
  readonly reference: string;
  readonly name: string;
}

/** The table of EPUB 3: a page with a list of links. Lists of landmarks and of printed pages name other things. */
function linksIn(table: Document): Entry[] {
  const lists = elementsIn(table, 'nav');
  const list = lists.find((nav) => isTableOfContents(nav)) ?? lists[0];
  const links = list ? elementsIn(list, 'a') : [];
  return links.map((link) => ({ reference: link.getAttribute('href') ?? '', name: wordsOf(link) }));
}

function isTableOfContents(nav: Element): boolean {
  return Array.from(nav.attributes).some(
    ({ name, value }) => /(?:^|:)type$/.test(name) && value.split(/\s+/).includes('toc'),
  );
}

/** The table of EPUB 2: points with a label each. */
function pointsIn(table: Document): Entry[] {
  return elementsIn(table, 'navPoint').map((point) => ({
    reference: childOf(point, 'content')?.getAttribute('src') ?? '',
    name: wordsOf(childOf(point, 'navLabel')),
  }));
}

/** Points lie within points, so only what is right below one is its own. */
function childOf(point: Element, name: string): Element | undefined {
  return Array.from(point.children).find(({ localName }) => localName === name);
}

function wordsOf(element: Element | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
