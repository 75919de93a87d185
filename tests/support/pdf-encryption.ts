import { createHash } from 'node:crypto';

/** Encrypts strings and streams of a PDF and says how, in its own words. */
export interface Cipher {
  encrypt(plain: Buffer, object: number): Buffer;
  /** The `/Encrypt` entry of the trailer. */
  readonly dictionary: string;
  /** Hex digits. */
  readonly fileId: string;
}

/** Fills passwords up to 32 bytes (ISO 32000-1, 7.6.3.3). */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const PERMISSIONS = -4;
const KEY_BYTES = 5;
const FILE_ID = '00112233445566778899aabbccddeeff';

/** The standard security handler, revision 2: algorithms 1 to 4 of ISO 32000-1. Good for tests, not for secrets. */
export function createCipher(password: string): Cipher {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, KEY_BYTES), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(Buffer.concat([padded, owner, permissions, Buffer.from(FILE_ID, 'hex')])).subarray(
    0,
    KEY_BYTES,
  );
  const user = rc4(key, PADDING);
  return {
    encrypt: (plain, object) => {
      const suffix = Buffer.from([object & 0xff, (object >> 8) & 0xff, (object >> 16) & 0xff, 0, 0]);
      return rc4(md5(Buffer.concat([key, suffix])).subarray(0, KEY_BYTES + 5), plain);
    },
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P ${PERMISSIONS} >>`,
    fileId: FILE_ID,
  };
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function rc4(key: Buffer, plain: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (i: number, j: number) => {
    [state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    plain.map((byte) => {
      i = (i + 1) & 0xff;
      j = (j + (state[i] ?? 0)) & 0xff;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
    }),
  );
}
