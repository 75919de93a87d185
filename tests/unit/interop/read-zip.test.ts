import { Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip, ZIP_LIMITS } from '@/lib/interop/epub/read-zip';
import { writeZip } from '../../support/epub-writer';

const all = () => true;
const MEGABYTE = 1024 * 1024;

/** Writes another size into the headers of the only entry, as an archive does that means to burst. */
function declareSize(zip: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer);
  for (let at = 0; at + 30 < zip.length; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, bytes, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, bytes, true);
  }
  return zip;
}

const bomb = (megabytes: number) => zipSync({ 'a.xml': new Uint8Array(megabytes * MEGABYTE) }, { level: 9 });

describe('an archive', () => {
  it('gives what is wanted, whole', () => {
    const text = 'A sentence that comes again and again. '.repeat(5_000);
    const read = readZip(writeZip({ 'a.xhtml': text, 'b.png': 'no', empty: '' }), (name) => name !== 'b.png');
    expect(
      read.ok && [...read.value].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    ).toEqual([
      ['a.xhtml', text],
      ['empty', ''],
    ]);
  });

  it.each([0, 1, 2, 3, 5, 7, 11, 13])(
    'may have been written in one go, with sizes behind the content (%i)',
    (shift) => {
      const texts = Array.from({ length: 12 }, (_, i) => noise(8_000 + 700 * i + shift, i));
      const read = readZip(writeInOneGo(texts), all);
      expect(read.ok && [...read.value.values()]).toEqual(texts);
    },
  );

  it('is not unpacked where nothing is wanted of it', () => {
    const files = { 'a.png': new Uint8Array(20 * MEGABYTE), 'b.xml': new Uint8Array([65]) };
    const read = readZip(zipSync(files, { level: 1 }), (name) => name === 'b.xml');
    expect(read.ok && [...read.value.keys()]).toEqual(['b.xml']);
  });
});

describe('an archive that bursts', () => {
  it('by what it declares', () => {
    expect(readZip(bomb(20), all)).toEqual({ ok: false, error: 'too-large' });
  });

  it('by what it does not declare, is noticed soon', () => {
    const zip = declareSize(bomb(64), 10);
    const start = performance.now();
    expect(readZip(zip, all)).toEqual({ ok: false, error: 'too-large' });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('by many files of allowed size', () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}`, noise(50_000, i)]));
    const limits = { ...ZIP_LIMITS, totalBytes: 500_000 };
    expect(readZip(zipSync(files), all, limits)).toEqual({ ok: false, error: 'too-large' });
  });

  it('by the number of its entries', () => {
    const files = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array(1)]));
    expect(readZip(zipSync(files), () => false)).toEqual({ ok: false, error: 'too-large' });
  });
});

describe('a broken archive', () => {
  it.each([10, 40, 60, 100])('that ends %i bytes early enough is noticed', (lost) => {
    const whole = zipSync({ 'a.xml': noise(2_000, 1) });
    const central = whole.length - 22 - 51;
    expect(readZip(whole.slice(0, central - lost), all)).toEqual({ ok: false, error: 'broken' });
  });

  it('whose content is altered', () => {
    const whole = writeZip({ 'a.xml': 'word '.repeat(400) });
    whole.fill(0xff, 36, 50);
    expect(readZip(whole, all)).toEqual({ ok: false, error: 'broken' });
  });
});

/** An archive whose writer did not know sizes beforehand. */
function writeInOneGo(files: readonly Uint8Array[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_error, piece) => void pieces.push(piece));
  files.forEach((content, index) => {
    const file = new ZipDeflate(`${index}.xml`);
    zip.add(file);
    file.push(content, true);
  });
  zip.end();
  return Uint8Array.from(Buffer.concat(pieces));
}

/** Bytes that hardly pack, the same for the same seed. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
}
