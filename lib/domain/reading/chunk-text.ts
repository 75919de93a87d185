const SENTENCE_END = new Set(['.', '!', '?', '。', '！', '？', '；', '…', '\n']);
const CLOSING = new Set(['"', '”', '’', '」', '』', '）', ')', ']', '》']);
const MOST_CLOSING = 3;

/** A stretch of a text in UTF-16 units, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a long text into parts of at most `maxChars` UTF-16 units, after the end of a sentence where there is one in the
 * second half of the part, else at white space, else between characters. Joined, the parts give the text without the white
 * space at the cuts.
 */
export function chunkText(text: string, maxChars: number): string[] {
  return chunkSpans(text, maxChars).map(({ start, end }) => text.slice(start, end));
}

/**
 * Where `chunkText` cuts a text.
 *
 * @param atoms stretches that are not cut through, in order and apart from one another; a part that holds a longer one
 * than `maxChars` is longer
 */
export function chunkSpans(text: string, maxChars: number, atoms: readonly TextSpan[] = []): TextSpan[] {
  const parts: TextSpan[] = [];
  let start = 0;
  while (text.length - start > maxChars) {
    const end = besideAtoms(findCut(text, start, start + maxChars), start, atoms);
    parts.push({ start, end: start + text.slice(start, end).trimEnd().length });
    start = end;
    while (/\s/u.test(text.charAt(start))) start += 1;
  }
  parts.push({ start, end: text.length });
  return parts.filter((part) => part.end > part.start);
}

/** Moves a cut out of what must stay whole: before it, or behind it where it begins the part. */
function besideAtoms(cut: number, partStart: number, atoms: readonly TextSpan[]): number {
  const around = atoms.find(({ start, end }) => start < cut && cut < end);
  if (!around) return cut;
  return around.start > partStart ? around.start : around.end;
}

function findCut(text: string, start: number, limit: number): number {
  const earliest = start + Math.floor((limit - start) / 2);
  let blank = 0;
  for (let index = limit; index >= earliest; index -= 1) {
    if (endsSentence(text, index)) return index;
    if (blank === 0 && /\s/u.test(text.charAt(index - 1))) blank = index;
  }
  if (blank > 0) return blank;
  const splitsPair = isHighSurrogate(text.charCodeAt(limit - 1));
  return splitsPair && limit - 1 > start ? limit - 1 : limit;
}

/** Whether a sentence ends just before `index`. A full stop needs white space behind it, for 3.14 and e.g.com. */
export function endsSentence(text: string, index: number): boolean {
  let last = index - 1;
  while (index - last <= MOST_CLOSING && CLOSING.has(text.charAt(last))) last -= 1;
  const mark = text.charAt(last);
  if (!SENTENCE_END.has(mark)) return false;
  return mark === '.' || mark === '!' || mark === '?' ? /^\s?$/u.test(text.charAt(index)) : true;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
