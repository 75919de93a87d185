import { readProjectFile } from './source-tree';

export type DbFixture = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Buffers are written as `{ "$int8": [...] }` and arrays of other numbers as, say, `{ "$float32": [...] }`, which JSON cannot hold. */
function revive(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if ('$int8' in value && Array.isArray(value.$int8)) return Int8Array.from(value.$int8).buffer;
  if ('$float32' in value && Array.isArray(value.$float32)) return Float32Array.from(value.$float32);
  if ('$uint8' in value && Array.isArray(value.$uint8)) return Uint8Array.from(value.$uint8);
  if ('$uint32' in value && Array.isArray(value.$uint32)) return Uint32Array.from(value.$uint32);
  return value;
}

/** Rows of every table as a released version wrote them. */
export function readDbFixture(version: number): DbFixture {
  const name = `tests/fixtures/db/v${String(version).padStart(3, '0')}.json`;
  return JSON.parse(readProjectFile(name), revive) as DbFixture;
}
