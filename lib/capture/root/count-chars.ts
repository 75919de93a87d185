/**
 * About how much a text says: letters and digits, without blanks and the usual punctuation. A Chinese character says about
 * as much as two letters. Every text node of a page is counted, so that this takes no regular expression.
 */
export function countChars(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) count += weightOf(text.charCodeAt(index));
  return count;
}

function weightOf(unit: number): number {
  if (unit < 0x80) return isDigit(unit) || isLatinLetter(unit) ? 1 : 0;
  if (unit < 0xc0 || isPunctuation(unit)) return 0;
  return unit >= 0x3400 && unit <= 0x9fff ? 2 : 1;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLatinLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** General punctuation, that of Chinese, and its wide forms of Latin marks. */
function isPunctuation(unit: number): boolean {
  return (
    (unit >= 0x2000 && unit <= 0x206f) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xff0f)
  );
}
