import { describe, expect, it } from 'vitest';
import { decodeMarkup, decodeText } from '@/lib/domain/imports/decode-text';

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (digits: string) =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function utf16(text: string, isLittle: boolean): Uint8Array {
  const units = [0xfeff, ...Array.from(text, (sign) => sign.charCodeAt(0))];
  return Uint8Array.from(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

/** 春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。 */
const POEM = '春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。';
const POEM_GBK = hex(
  'b4bac3dfb2bbbef5cffea3acb4a6b4a6cec5cce4c4f1a1a3d2b9c0b4b7e7d3eac9f9a3acbba8c2e4d6aab6e0c9d9a1a3',
);
/** 春眠不覺曉，處處聞啼鳥。夜來風雨聲，花落知多少。 */
const POEM_BIG5 = hex(
  'ac4baf76a4a3c4b1bee5a141b342b342bb44b3dab3bea143a95da8d3adb7ab42c16ea141aae1b8a8aabea668a4d6a143',
);

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', utf8(POEM), POEM],
    ['UTF-8 with its mark', hex('efbbbf41'), 'A'],
    ['UTF-16, little end first', utf16(POEM, true), POEM],
    ['UTF-16, big end first', utf16(POEM, false), POEM],
    ['GBK', POEM_GBK, POEM],
    ['Big5', POEM_BIG5, '春眠不覺曉，處處聞啼鳥。夜來風雨聲，花落知多少。'],
    ['plain ASCII', utf8('Plain words.'), 'Plain words.'],
    [
      'Windows-1252',
      hex('4c6520636166e9206e6f69722c20736920766f757320766f756c657a3a2064e96ae02076752e'),
      'Le café noir, si vous voulez: déjà vu.',
    ],
  ])('is found: %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: text });
  });

  it('of four bytes a character is GB18030', () => {
    const rare = Uint8Array.from([...POEM_GBK, ...hex('95328236'), ...POEM_GBK]);
    expect(decodeText(rare)).toEqual({ ok: true, value: `${POEM}\u{20000}${POEM}` });
  });

  it.each([
    ['bytes of a picture', hex('89504e470d0a1a0a0000000d'), 'not-text'],
    ['bytes that are nothing', hex('fffffefdfc80818283ff'), 'unknown-encoding'],
    [
      'Japanese in Shift JIS',
      hex('82b182ea82cd93fa967b8cea82cc95b68fcd82c582b781428f7482cd82a082af82da82cc8142'),
      'unknown-encoding',
    ],
    [
      'Russian in KOI8-R',
      hex('dcd4cf20d2d5d3d3cbc9ca20d4c5cbd3d420cec120cdcecfc7c9c820d3d4d2cfcbc1c8'),
      'unknown-encoding',
    ],
    ['UTF-16 cut in the middle of a character', hex('fffe41'), 'unknown-encoding'],
  ])('is not guessed: %s', (_, bytes, trouble) => {
    expect(decodeText(bytes)).toEqual({ ok: false, error: trouble });
  });
});

describe('markup that says how it is written', () => {
  const declared = (head: string, body: Uint8Array) => Uint8Array.from([...utf8(head), ...body]);

  it.each([
    ['<meta charset="gb2312">', POEM_GBK],
    ['<meta http-equiv="Content-Type" content="text/html; charset=GBK">', POEM_GBK],
    ['<?xml version="1.0" encoding="gb18030"?>', POEM_GBK],
  ])('is read so: %s', (head, body) => {
    expect(decodeMarkup(declared(head, body))).toEqual({ ok: true, value: head + POEM });
  });

  it.each([
    ['what it says is wrong', '<meta charset="ascii-7">', utf8(POEM)],
    ['it says what the bytes are not', '<meta charset="utf-8">', POEM_GBK],
  ])('is found out where %s', (_, head, body) => {
    expect(decodeMarkup(declared(head, body))).toEqual({ ok: true, value: head + POEM });
  });
});
