import { findCardNumbers } from './card-numbers';
import { findIbans } from './ibans';
import { findKeys } from './key-formats';
import { findNamedSecrets } from './named-secrets';
import { plainForm } from './plain-form';
import { findPrivateKeys } from './private-keys';
import { isMixed } from './randomness';
import { spellAddress } from './spelled-address';
import { mergeRanges, type TextRange } from './text-range';

/** Stands for one unit of what was taken out, like a bar over a printed line; it belongs to no language and is no letter. */
export const REDACTION_MARK = '▮';

/** The same in addresses, where the bar would be spelled in percent signs. */
const ADDRESS_MARK = '*';

const FINDERS = [findCardNumbers, findIbans, findKeys, findNamedSecrets, findPrivateKeys];

/**
 * Covers what looks like a payment card number, a bank account number (IBAN), a key, a token or a password, unit by unit.
 * Blanks and the length stay, so that positions in the text keep their meaning. It reduces what is kept of such things; it
 * cannot know all of them. Doing it twice changes nothing, and it takes time in proportion to the length.
 */
export function redactSecrets(text: string): string {
  return cover(text, findSecrets(text), REDACTION_MARK);
}

/**
 * Like `redactSecrets`, for a piece cut out of a text: numbers and long strings at its ends may be what is left of a secret
 * that cannot be told from a part of it.
 */
export function redactExcerpt(text: string): string {
  const redacted = redactSecrets(text);
  return cover(redacted, findCutSecrets(plainForm(redacted)), REDACTION_MARK);
}

/** Like `redactSecrets`, for what follows the host in an address, which stays an address. */
export function redactAddress(address: string): string {
  if (!URL.canParse(address)) return redactSecrets(address);
  const { origin } = new URL(address);
  if (!address.startsWith(origin)) return redactSecrets(address);
  const rest = address.slice(origin.length);
  const { text, toWritten } = spellAddress(rest);
  return origin + cover(rest, mergeRanges(findSecrets(text).map(toWritten)), ADDRESS_MARK);
}

function findSecrets(text: string): TextRange[] {
  const plain = plainForm(text);
  return mergeRanges(FINDERS.flatMap((find) => find(plain)));
}

/** Fewer digits than this say little about the number they are from. */
const FEWEST_CUT_DIGITS = 7;

/** More than the longest number with its blanks. */
const END_UNITS = 80;

const BEGINNINGS = [/^[A-Z\d .-]*\d/, /^[\w+/=-]{8,}/];
const ENDINGS = [/\d[A-Z\d .-]*$/, /[\w+/=-]{8,}$/];

function findCutSecrets(plain: string): TextRange[] {
  const last = Math.max(0, plain.length - END_UNITS);
  return mergeRanges([
    ...findCutIn(plain.slice(0, END_UNITS), BEGINNINGS, 0),
    ...findCutIn(plain.slice(last), ENDINGS, last),
  ]);
}

function findCutIn(piece: string, patterns: readonly RegExp[], offset: number): TextRange[] {
  return patterns.flatMap((pattern) => {
    const match = piece.match(pattern);
    if (match === null || !couldBePart(match[0])) return [];
    const start = offset + (match.index ?? 0);
    return [{ start, end: start + match[0].length }];
  });
}

function couldBePart(cut: string): boolean {
  return digitsIn(cut) >= FEWEST_CUT_DIGITS || (!cut.includes(' ') && isMixed(cut));
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

function cover(text: string, ranges: readonly TextRange[], mark: string): string {
  let covered = '';
  let end = 0;
  for (const range of ranges) {
    covered += text.slice(end, range.start) + text.slice(range.start, range.end).replace(/\S/g, mark);
    end = range.end;
  }
  return covered + text.slice(end);
}
