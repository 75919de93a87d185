/** A stretch of text, and whether it is what was searched for. */
export interface TextPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

const CONTEXT_CHARS = 90;

/** A text cut down to the surroundings of the first match, at word boundaries, and split at every match. */
export function excerptOfMatch(text: string, wanted: string, lang: string): TextPiece[] {
  const at = fold(text).indexOf(fold(wanted));
  if (at < 0 || wanted === '') return splitAtMatches(cut(text, 0, 2 * CONTEXT_CHARS, lang), '');
  return splitAtMatches(cut(text, at - CONTEXT_CHARS, at + wanted.length + CONTEXT_CHARS, lang), wanted);
}

/** A text split at every match, whatever the case. */
export function splitAtMatches(text: string, wanted: string): TextPiece[] {
  const folded = fold(text);
  const pieces: TextPiece[] = [];
  let from = 0;
  for (let at = next(0); at >= 0; at = next(from)) {
    pieces.push({ text: text.slice(from, at), isMatch: false });
    from = at + wanted.length;
    pieces.push({ text: text.slice(at, from), isMatch: true });
  }
  pieces.push({ text: text.slice(from), isMatch: false });
  return pieces.filter((piece) => piece.text !== '');

  function next(start: number): number {
    return wanted === '' ? -1 : folded.indexOf(fold(wanted), start);
  }
}

/** Lower case, unless that would move the offsets (İ becomes two units). */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Widens the range to whole words; a cut end carries an ellipsis. */
function cut(text: string, from: number, to: number, lang: string): string {
  const words = new Intl.Segmenter(lang, { granularity: 'word' }).segment(text);
  const start = from <= 0 ? 0 : (words.containing(from)?.index ?? 0);
  const last = to >= text.length ? undefined : words.containing(to);
  const end = last === undefined ? text.length : last.index + last.segment.length;
  const head = start === 0 ? '' : '…';
  return `${head}${text.slice(start, end)}${end === text.length ? '' : '…'}`;
}
