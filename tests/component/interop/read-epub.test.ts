import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseInert } from '@/lib/capture/inert-document';
import { readEpub } from '@/lib/interop/epub/read-epub';
import { type BookToWrite, writeEpub, writeZip } from '../../support/epub-writer';

const BOOK: BookToWrite = {
  title: '水的旅行',
  lang: 'zh-CN',
  chapters: [
    { file: 'one.xhtml', title: '第一章 蒸发', body: '<h1>蒸发</h1><p>太阳把海水变成水蒸气。</p>' },
    { file: 'text/第二章.xhtml', title: '第二章 凝结', body: '<h1>凝结</h1><p>水蒸气遇冷变成小水珠。</p>' },
  ],
};

const read = (bytes: Uint8Array<ArrayBuffer>) => readEpub(bytes, (xml) => parseInert(xml, 'application/xml'));
const write = (change: Partial<BookToWrite> = {}) => writeEpub({ ...BOOK, ...change });

const encrypted = (uri: string) => `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`;

describe('a book', () => {
  it.each(['nav', 'ncx'] as const)(
    'is read in the order of its spine, named by its table of contents (%s)',
    (contents) => {
      const book = read(write({ contents }));
      expect(book).toMatchObject({
        ok: true,
        value: {
          title: '水的旅行',
          parts: [
            { title: '第一章 蒸发', lang: 'zh-CN', syntax: 'xhtml', extent: 'all' },
            { title: '第二章 凝结' },
          ],
        },
      });
      expect(book.ok && book.value.parts[1]?.markup).toContain('水蒸气遇冷变成小水珠');
      // The table of contents is no chapter, though it stands in the spine.
      expect(book.ok && book.value.parts).toHaveLength(2);
    },
  );

  it('without a table of contents has chapters without names', () => {
    const book = read(write({ contents: 'none' }));
    expect(book.ok && book.value.parts.map(({ title }) => title)).toEqual(['', '']);
  });

  it('is read without a chapter that the archive lacks', () => {
    const book = read(write({ files: { 'OEBPS/one.xhtml': null } }));
    expect(book.ok && book.value.parts.map(({ title }) => title)).toEqual(['第二章 凝结']);
  });

  it('is read where only its fonts are scrambled', () => {
    const book = read(write({ files: { 'META-INF/encryption.xml': encrypted('OEBPS/fonts/a.ttf') } }));
    expect(book.ok).toBe(true);
  });

  it('may be written in the encoding that it declares', () => {
    const chapter = Uint8Array.from([
      ...strToU8('<?xml version="1.0" encoding="gbk"?><html><body><p>'),
      // 水的旅行
      ...[0xcb, 0xae, 0xb5, 0xc4, 0xc2, 0xc3, 0xd0, 0xd0],
      ...strToU8('</p></body></html>'),
    ]);
    const book = read(write({ files: { 'OEBPS/one.xhtml': chapter } }));
    expect(book.ok && book.value.parts[0]?.markup).toContain('水的旅行');
  });
});

describe('what is no book to read', () => {
  it.each([
    ['bytes at random', Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256), 'broken'],
    ['nothing', new Uint8Array(), 'broken'],
    ['half a book', write().slice(0, 900), 'broken'],
    ['an archive of something else', writeZip({ 'readme.txt': 'Read me', 'a.xml': '<a/>' }), 'not-a-book'],
    [
      'a container that leads out of the book',
      write({
        files: {
          'META-INF/container.xml':
            '<container><rootfiles><rootfile full-path="../../book.opf"/></rootfiles></container>',
        },
      }),
      'not-a-book',
    ],
    [
      'a description that is no XML',
      write({ files: { 'OEBPS/book.opf': '<package><manifest>' } }),
      'not-a-book',
    ],
    [
      'a spine that leads out of the book',
      write({ chapters: [{ file: '../../../one.xhtml', title: 'a', body: '' }] }),
      'not-a-book',
    ],
    [
      'chapters that are encrypted',
      write({ files: { 'META-INF/encryption.xml': encrypted('OEBPS/one.xhtml') } }),
      'protected',
    ],
    ['a chapter of zeros', write({ files: { 'OEBPS/one.xhtml': new Uint8Array(64) } }), 'not-text'],
  ] as const)('%s', (_, bytes, trouble) => {
    expect(read(bytes as Uint8Array<ArrayBuffer>)).toEqual({ ok: false, error: trouble });
  });
});
