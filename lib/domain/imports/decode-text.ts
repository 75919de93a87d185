import { failure, type Result, success } from '../shared/result';

export type DecodingTrouble = 'not-text' | 'unknown-encoding';

/** A script of two bytes a character, with the lead bytes of what is written often: signs and the first of two levels. */
interface DoubleByte {
  readonly label: string;
  readonly common: readonly (readonly [from: number, to: number])[];
}

const DOUBLE_BYTE: readonly DoubleByte[] = [
  {
    label: 'gb18030',
    common: [
      [0xa1, 0xa3],
      [0xb0, 0xd7],
    ],
  },
  { label: 'big5', common: [[0xa1, 0xc6]] },
];

/** Another encoding read as this one spreads its characters over all levels. */
const COMMON_SHARE = 0.9;

/** Western texts have few accents; so many signs beyond ASCII are of another script. */
const MOST_ACCENTS = 0.25;

const DECLARED = /<(?:\?xml|meta)\b[^>]{0,200}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})/i;
const HEAD_BYTES = 2_048;

/**
 * Text of bytes in UTF-8, UTF-16 with its mark, GB18030, Big5 or Windows-1252. An encoding is taken only when the bytes are
 * valid in it and what they say is plausible, so that nothing comes in garbled.
 */
export function decodeText(bytes: Uint8Array): Result<string, DecodingTrouble> {
  const marked = labelOfMark(bytes);
  if (marked !== undefined) return textOrTrouble(tryDecode(bytes, marked));
  if (bytes.includes(0)) return failure('not-text');
  const known = tryDecode(bytes, 'utf-8') ?? decodeDoubleByte(bytes) ?? decodeWestern(bytes);
  return textOrTrouble(known);
}

/** Like `decodeText`, for HTML and XML, which may say how they are written. */
export function decodeMarkup(bytes: Uint8Array): Result<string, DecodingTrouble> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const label = labelOfMark(bytes) === undefined ? DECLARED.exec(head)?.[1] : undefined;
  const declared = label === undefined || bytes.includes(0) ? undefined : tryDecode(bytes, label);
  return declared === undefined ? decodeText(bytes) : success(declared);
}

function textOrTrouble(text: string | undefined): Result<string, DecodingTrouble> {
  return text === undefined ? failure('unknown-encoding') : success(text);
}

function labelOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Undefined when the bytes are not valid in the encoding, or nobody knows it. */
function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeDoubleByte(bytes: Uint8Array): string | undefined {
  for (const { label, common } of DOUBLE_BYTE) {
    const isCommon = (lead: number) => common.some(([from, to]) => lead >= from && lead <= to);
    if (shareOfPairs(bytes, isCommon) < COMMON_SHARE) continue;
    const text = tryDecode(bytes, label);
    if (text !== undefined) return text;
  }
  return undefined;
}

function shareOfPairs(bytes: Uint8Array, isCommon: (lead: number) => boolean): number {
  let pairs = 0;
  let commonPairs = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) continue;
    pairs += 1;
    if (isCommon(lead)) commonPairs += 1;
    index += 1;
  }
  return pairs === 0 ? 0 : commonPairs / pairs;
}

/** Letters with accents and typographic signs among plain letters. */
function decodeWestern(bytes: Uint8Array): string | undefined {
  const text = tryDecode(bytes, 'windows-1252') ?? '';
  const beyond = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  const isPlausible =
    beyond <= text.length * MOST_ACCENTS && !/[^\t\n\f\r -~\u00a0-\u024f\u2010-\u2122€]/.test(text);
  return isPlausible ? text : undefined;
}
