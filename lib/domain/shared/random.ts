/** Source of chance: each call gives a number in [0, 1). */
export type Random = () => number;

/**
 * Deterministic generator (mulberry32, Tommy Ettinger, public domain): equal seeds give equal sequences.
 *
 * @param seed any integer; only its low 32 bits count
 */
export function createSeededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Seed from a text, spread evenly over 32 bits (FNV-1a; Fowler, Noll and Vo). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
