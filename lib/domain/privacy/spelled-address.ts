import type { TextRange } from './text-range';

/** Bytes in percent signs, one after another. */
const ESCAPES = /(?:%[\da-f]{2})+/gi;
const ESCAPE_UNITS = 3;

/** What an address says when its percent and plus signs are read, and the way back to how it is written. */
export interface SpelledAddress {
  readonly text: string;
  /** Where a stretch of the text is written in the address. */
  toWritten(range: TextRange): TextRange;
}

/** Reads the signs that stand for others in an address. Bytes that are no UTF-8 stay as they are written. */
export function spellAddress(written: string): SpelledAddress {
  const starts: number[] = [];
  let text = '';
  let end = 0;
  const add = (units: string, writtenUnits: number) => {
    for (let unit = 0; unit < units.length; unit += 1) starts.push(end);
    text += units;
    end += writtenUnits;
  };
  const addAsWritten = (piece: string) => {
    for (const unit of piece.split('')) add(unit === '+' ? ' ' : unit, 1);
  };
  for (const { 0: escapes, index } of written.matchAll(ESCAPES)) {
    addAsWritten(written.slice(end, index));
    const decoded = decode(escapes);
    if (decoded === undefined) addAsWritten(escapes);
    else for (const character of decoded) add(character, bytesOf(character) * ESCAPE_UNITS);
  }
  addAsWritten(written.slice(end));
  const placeOf = (unit: number) => starts[unit] ?? written.length;
  return { text, toWritten: (range) => ({ start: placeOf(range.start), end: placeOf(range.end) }) };
}

function decode(escapes: string): string | undefined {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return undefined;
  }
}

/** Length of a character in UTF-8. */
function bytesOf(character: string): number {
  return new TextEncoder().encode(character).length;
}
