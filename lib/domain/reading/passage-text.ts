/**
 * Control characters other than white space, and format characters: layout hints without a shape (soft hyphen, zero-width
 * space, byte order mark), marks that reorder text, tags. The two joiners stay, since scripts and emoji need them.
 */
const UNSEEN = /(?![\t\n\v\f\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

const JOINERS = /[\u200c\u200d]/g;

/** A line break between two wide characters is the author's editor wrapping lines, not a space. */
const WRAPPED_WIDE =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])[ \t]*\n[ \t\n]*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu;

/**
 * Text as it is kept and shown: composed (NFC), free of characters that hide or reorder it, white space folded to single
 * spaces. Marks of direction go because none of our languages needs them and a quotation must not be able to deceive.
 */
export function cleanProse(raw: string): string {
  return stripUnseen(raw).replace(WRAPPED_WIDE, '').replace(/\s+/gu, ' ').trim();
}

/** Like `cleanProse`, but lines and indentation stay: for code and tables. Blank lines at both ends go. */
export function cleanLines(raw: string): string {
  const lines = stripUnseen(raw)
    .split('\n')
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
}

/** Form that decides whether two texts are the same passage; never shown. */
export function comparisonForm(text: string): string {
  return text.replace(JOINERS, '').replace(/\s+/gu, ' ').trim();
}

/** Text without characters that hide or reorder it, composed (NFC), with plain spaces and line breaks. */
export function stripUnseen(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC');
}
