const SENTENCE_END = new Set(['.', '!', '?', '。', '！', '？', '；', '…', '\n']);
const CLOSING = new Set(['"', '”', '’', '」', '』', '）', ')', ']', '》']);
const MOST_CLOSING = 3;

/**
 * Cuts a long text into parts of at most `maxChars` UTF-16 units, after the end of a sentence where there is one in the
 * second half of the part, else at white space, else between characters. Joined, the parts give the text without the white
 * space at the cuts.
 */
export function chunkText(text: string, maxChars: number): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > maxChars) {
    const end = findCut(text, start, start + maxChars);
    parts.push(text.slice(start, end).trimEnd());
    start = end;
    while (/\s/u.test(text.charAt(start))) start += 1;
  }
  parts.push(text.slice(start));
  return parts.filter((part) => part !== '');
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
function endsSentence(text: string, index: number): boolean {
  let last = index - 1;
  while (index - last <= MOST_CLOSING && CLOSING.has(text.charAt(last))) last -= 1;
  const mark = text.charAt(last);
  if (!SENTENCE_END.has(mark)) return false;
  return mark === '.' || mark === '!' || mark === '?' ? /^\s?$/u.test(text.charAt(index)) : true;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
