import { strToU8, type Zippable, zipSync } from 'fflate';

export interface BookChapter {
  /** Name of the file, under `OEBPS/`. */
  readonly file: string;
  readonly title: string;
  /** What stands in the body. */
  readonly body: string;
}

export interface BookToWrite {
  readonly title: string;
  readonly lang: string;
  readonly chapters: readonly BookChapter[];
  /** Files of the archive that replace or go beside those of the book; `null` leaves one out. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** The table of contents: that of EPUB 3, that of EPUB 2, or none. */
  readonly contents?: 'nav' | 'ncx' | 'none';
}

const CONTAINER = `<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`;

/** A book in EPUB as a publisher would write it. */
export function writeEpub(book: BookToWrite): Uint8Array<ArrayBuffer> {
  const files: Record<string, string | Uint8Array | null> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OEBPS/book.opf': packageOf(book),
    ...(book.contents === 'ncx' ? { 'OEBPS/toc.ncx': ncxOf(book) } : {}),
    ...((book.contents ?? 'nav') === 'nav' ? { 'OEBPS/nav.xhtml': navOf(book) } : {}),
    ...Object.fromEntries(book.chapters.map((chapter) => [`OEBPS/${chapter.file}`, chapterOf(chapter)])),
    ...book.files,
  };
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    zippable[name] = name === 'mimetype' ? [bytes, { level: 0 }] : bytes;
  }
  return zipSync(zippable);
}

/** An archive with these files. */
export function writeZip(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function packageOf({ title, lang, chapters, contents = 'nav' }: BookToWrite): string {
  const items = chapters.map(
    ({ file }, index) =>
      `<item id="c${index}" href="${encodeURI(file)}" media-type="application/xhtml+xml"/>`,
  );
  const references = chapters.map((_, index) => `<itemref idref="c${index}"/>`);
  const table = {
    nav: '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    ncx: '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
    none: '',
  }[contents];
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:test</dc:identifier><dc:title>${title}</dc:title><dc:language>${lang}</dc:language>
  </metadata>
  <manifest>${table}${items.join('')}<item id="cover" href="cover.png" media-type="image/png"/></manifest>
  <spine toc="ncx">${contents === 'nav' ? '<itemref idref="nav"/>' : ''}${references.join('')}</spine>
</package>`;
}

function navOf({ chapters }: BookToWrite): string {
  const entries = chapters.map(({ file, title }) => `<li><a href="${encodeURI(file)}#top">${title}</a></li>`);
  return `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>
<nav epub:type="landmarks"><ol><li><a href="${encodeURI(chapters[0]?.file ?? '')}">Begin reading</a></li></ol></nav>
<nav epub:type="toc"><ol>${entries.join('')}</ol></nav></body></html>`;
}

function ncxOf({ chapters }: BookToWrite): string {
  const points = chapters.map(
    ({ file, title }) =>
      `<navPoint><navLabel><text>${title}</text></navLabel><content src="${encodeURI(file)}"/></navPoint>`,
  );
  return `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap>${points.join('')}</navMap></ncx>`;
}

function chapterOf({ body }: BookChapter): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><link rel="stylesheet" href="style.css"/></head><body>${body}</body></html>`;
}
