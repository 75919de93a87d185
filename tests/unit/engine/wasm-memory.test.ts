import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchWasmMemory } from '@/lib/engine/wasm-memory';

const PAGE_BYTES = 65_536;
const original = WebAssembly.Memory;
let bytes: () => number;

beforeEach(() => {
  bytes = watchWasmMemory();
});
afterEach(() => {
  WebAssembly.Memory = original;
});

it('counts every memory that is made, as large as it has become', () => {
  const first = new WebAssembly.Memory({ initial: 2, maximum: 10 });
  new WebAssembly.Memory({ initial: 1, maximum: 4, shared: true });
  expect(bytes()).toBe(3 * PAGE_BYTES);
  first.grow(5);
  expect(bytes()).toBe(8 * PAGE_BYTES);
});

it('gives whoever makes one a memory as ever', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  expect(memory).toBeInstanceOf(original);
  expect(memory).toBeInstanceOf(WebAssembly.Memory);
  expect(memory.buffer.byteLength).toBe(PAGE_BYTES);
});
