/** Bytes that the id of a passage takes beside its vector. */
export const ID_BYTES = 32;

const DIGEST = /^[0-9a-f]{64}$/;
const LONGEST_NAME_BYTES = 24;

/**
 * Ids of passages one after the other. An id is a SHA-256 in hexadecimal and takes its 32 bytes; any other text of up to 24
 * bytes is held as it is, told apart by the eight zeros after it, which end a digest once in 2^64.
 *
 * @throws RangeError for an id that is neither
 */
export function packIds(ids: readonly string[]): Uint8Array {
  const packed = new Uint8Array(ids.length * ID_BYTES);
  ids.forEach((id, row) => {
    packed.set(DIGEST.test(id) ? bytesOfDigest(id) : bytesOfName(id), row * ID_BYTES);
  });
  return packed;
}

/** @param row place of the id, from 0 */
export function idAt(packed: Uint8Array, row: number): string {
  const bytes = packed.subarray(row * ID_BYTES, (row + 1) * ID_BYTES);
  if (bytes.subarray(LONGEST_NAME_BYTES).some((byte) => byte !== 0)) return digestOf(bytes);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(bytes.subarray(0, end));
}

/** All ids, in order. */
export function unpackIds(packed: Uint8Array): string[] {
  return Array.from({ length: Math.floor(packed.length / ID_BYTES) }, (_, row) => idAt(packed, row));
}

/** Whether an id can be packed. */
export function canPack(id: string): boolean {
  return DIGEST.test(id) || new TextEncoder().encode(id).length <= LONGEST_NAME_BYTES;
}

/**
 * The first four bytes of each id: enough to tell in which chunk a passage may be, a wrong guess costing no more than a look
 * into it.
 */
export function headsOf(packed: Uint8Array): Uint32Array {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Uint32Array.from({ length: packed.length / ID_BYTES }, (_, row) => view.getUint32(row * ID_BYTES));
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function digestOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}

function bytesOfDigest(id: string): Uint8Array {
  return Uint8Array.from({ length: ID_BYTES }, (_, i) => Number.parseInt(id.slice(2 * i, 2 * i + 2), 16));
}

function bytesOfName(id: string): Uint8Array {
  const bytes = new TextEncoder().encode(id);
  if (bytes.length > LONGEST_NAME_BYTES || bytes.includes(0)) throw new RangeError('not the id of a passage');
  return bytes;
}
