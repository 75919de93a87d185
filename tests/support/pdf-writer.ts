import type { PageText, TextPiece } from '@/lib/domain/reading/pdf/page-text';
import { type Cipher, createCipher } from './pdf-encryption';

export interface WrittenFile {
  readonly pages: readonly Pick<PageText, 'width' | 'height' | 'pieces'>[];
  readonly title?: string;
  /** Protects the file with the oldest method of all (RC4 with 40 bits), which every reader knows. */
  readonly password?: string;
}

/** Fonts that no file has to bring: every reader has these, or something like them. */
const FONTS = {
  serif: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
  mono: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  song: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >> >>] >>',
};

const CATALOG = 1;
const PAGES = 2;
const INFO = 3;
const FIRST_FONT = 4;
const FIRST_PAGE = FIRST_FONT + Object.keys(FONTS).length;

/**
 * A PDF that holds what it is given and nothing else: text in standard fonts, Chinese in a font that is not embedded and
 * is read by a predefined character map. A page without pieces is a picture: a grey square.
 */
export function writePdf({ pages, title, password }: WrittenFile): Buffer {
  const cipher = password === undefined ? undefined : createCipher(password);
  const fontNames = Object.keys(FONTS).map((name, index) => `/${name} ${FIRST_FONT + index} 0 R`);
  const objects = new Map<number, string>([
    [CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R >>`],
    [
      PAGES,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}] >>`,
    ],
    [INFO, `<< ${title === undefined ? '' : `/Title ${textString(title, INFO, cipher)}`} >>`],
    ...Object.values(FONTS).map((font, index): [number, string] => [
      FIRST_FONT + index,
      cipher
        ? font.replaceAll(/\((\w+)\)/g, (_, text) => textString(text, FIRST_FONT + index, cipher))
        : font,
    ]),
  ]);
  pages.forEach(({ width, height, pieces }, index) => {
    const content = pageNumber(index) + 1;
    const resources = `<< /Font << ${fontNames.join(' ')} >> >>`;
    objects.set(
      pageNumber(index),
      `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} /Contents ${content} 0 R >>`,
    );
    objects.set(content, streamOf(paint(pieces, height), content, cipher));
  });
  return assemble(objects, cipher);
}

function pageNumber(index: number): number {
  return FIRST_PAGE + 2 * index;
}

function paint(pieces: readonly TextPiece[], height: number): string {
  if (pieces.length === 0) return '0.8 g 100 100 300 300 re f';
  return pieces.map((piece) => showPiece(piece, height)).join('\n');
}

function showPiece({ text, left, baseline, size, isMonospaced }: TextPiece, height: number): string {
  const isChinese = /\p{Script=Han}/u.test(text);
  const font = isChinese ? 'song' : isMonospaced ? 'mono' : 'serif';
  const bytes = isChinese ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(winAnsi(text), 'latin1');
  return `BT /${font} ${size} Tf 1 0 0 1 ${left} ${height - baseline} Tm <${bytes.toString('hex')}> Tj ET`;
}

/** The few characters beyond Latin-1 that tests use. */
function winAnsi(text: string): string {
  return text.replace(/[\u2018-\u201d\u2022]/g, (character) =>
    character === '\u2022'
      ? '\x95'
      : ({ '\u2018': '\x91', '\u2019': '\x92', '\u201c': '\x93' }[character] ?? '\x94'),
  );
}

function textString(text: string, object: number, cipher: Cipher | undefined): string {
  const isAscii = /^[\x20-\x7e]*$/.test(text);
  const plain = isAscii
    ? Buffer.from(text, 'latin1')
    : Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);
  return `<${(cipher ? cipher.encrypt(plain, object) : plain).toString('hex')}>`;
}

function streamOf(content: string, object: number, cipher: Cipher | undefined): string {
  const plain = Buffer.from(content, 'latin1');
  const bytes = cipher ? cipher.encrypt(plain, object) : plain;
  return `<< /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
}

function assemble(objects: ReadonlyMap<number, string>, cipher: Cipher | undefined): Buffer {
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.push(file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const protection = cipher
    ? ` /Encrypt ${cipher.dictionary} /ID [<${cipher.fileId}> <${cipher.fileId}>]`
    : '';
  file += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${offsets.length + 1} /Root ${CATALOG} 0 R /Info ${INFO} 0 R${protection} >>\n`;
  file += `startxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
