import type { BookTrouble, ParseXml } from '@/lib/app/ports/imports';
import { decodeMarkup } from '@/lib/domain/imports/decode-text';
import type { MarkedUpText, MarkupPart } from '@/lib/domain/imports/markup';
import { failure, type Result, success } from '@/lib/domain/shared/result';
import { isProtected } from './is-protected';
import { readContents } from './read-contents';
import { type ReadXml, readPackage } from './read-package';
import { readZip } from './read-zip';

/** What a book needs to be read: its description and its documents, not its pictures, fonts and styles. */
const WANTED = /^(?:mimetype|META-INF\/[\w.-]+\.xml)$|\.(?:opf|ncx|xml|xhtml|html?)$/i;

/** Takes a book in EPUB 2 or 3 apart into its documents, in reading order, named as its table of contents names them. */
export function readEpub(
  bytes: Uint8Array<ArrayBuffer>,
  parseXml: ParseXml,
): Result<MarkedUpText, BookTrouble> {
  const zip = readZip(bytes, (name) => WANTED.test(name));
  if (!zip.ok) return zip;
  const files = zip.value;
  const readText = (path: string) => {
    const content = files.get(path);
    return content && decodeMarkup(content);
  };
  const readXml: ReadXml = (path) => {
    const text = readText(path);
    return text?.ok ? parseXml(text.value) : undefined;
  };
  const book = readPackage(readXml);
  if (!book) return failure('not-a-book');
  if (isProtected(readXml, book.spine)) return failure('protected');
  const names = readContents(readXml, book.contents);
  const parts: MarkupPart[] = [];
  for (const path of book.spine) {
    const text = readText(path);
    // A document that is not there is missing from the book, not from what can be read of it.
    if (text === undefined) continue;
    if (!text.ok) return text;
    const lang = book.lang === undefined ? {} : { lang: book.lang };
    const title = names.get(path) ?? '';
    parts.push({ title, markup: text.value, syntax: 'xhtml', extent: 'all', ...lang });
  }
  return parts.length === 0 ? failure('not-a-book') : success({ title: book.title, parts });
}
