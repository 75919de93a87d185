import { resolvePath } from './book-path';

/** A book is described in XML; XML that is none, is no description. */
export type ReadXml = (path: string) => Document | undefined;

/** What a book says of itself. */
export interface BookPackage {
  readonly title: string;
  readonly lang: string | undefined;
  /** Paths of the documents in reading order. */
  readonly spine: readonly string[];
  /** Paths of the tables of contents, the newer kind first. */
  readonly contents: readonly string[];
}

interface Item {
  readonly path: string;
  readonly type: string;
  readonly properties: readonly string[];
}

const CONTAINER = 'META-INF/container.xml';
const DOCUMENT_TYPES: ReadonlySet<string> = new Set([
  'application/xhtml+xml',
  'text/html',
  'text/x-oeb1-document',
]);
const CONTENTS_TYPE = 'application/x-dtbncx+xml';

/** Finds the description of a book by way of its container, and reads it. */
export function readPackage(readXml: ReadXml): BookPackage | undefined {
  const container = readXml(CONTAINER);
  const [rootFile] = container ? elementsIn(container, 'rootfile') : [];
  const path = resolvePath('', rootFile?.getAttribute('full-path') ?? '');
  const description = path === undefined ? undefined : readXml(path);
  return path === undefined || description === undefined ? undefined : describe(description, path);
}

function describe(description: Document, base: string): BookPackage {
  const items = readItems(description, base);
  const references = elementsIn(description, 'itemref').filter((ref) => ref.getAttribute('linear') !== 'no');
  const documents = references.flatMap((ref) => {
    const item = items.get(ref.getAttribute('idref') ?? '');
    return item && DOCUMENT_TYPES.has(item.type) && !item.properties.includes('nav') ? [item.path] : [];
  });
  const all = [...items.values()];
  return {
    title: textOf(description, 'title'),
    lang: textOf(description, 'language') || undefined,
    spine: [...new Set(documents)],
    contents: [
      ...all.filter(({ properties }) => properties.includes('nav')),
      ...all.filter(({ type }) => type === CONTENTS_TYPE),
    ].map(({ path }) => path),
  };
}

function readItems(description: Document, base: string): Map<string, Item> {
  const items = elementsIn(description, 'item').flatMap((item): [string, Item][] => {
    const path = resolvePath(base, item.getAttribute('href') ?? '');
    const properties = (item.getAttribute('properties') ?? '').split(/\s+/);
    const type = (item.getAttribute('media-type') ?? '').toLowerCase();
    return path === undefined ? [] : [[item.getAttribute('id') ?? '', { path, type, properties }]];
  });
  return new Map(items);
}

/** Elements by name, in whatever namespace. */
export function elementsIn(parent: Document | Element, name: string): Element[] {
  return Array.from(parent.getElementsByTagName('*')).filter(({ localName }) => localName === name);
}

function textOf(description: Document, name: string): string {
  return (elementsIn(description, name)[0]?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
