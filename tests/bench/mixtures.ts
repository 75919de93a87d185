import { normalise } from '@/lib/domain/embedding/vector';
import { createSeededRandom, type Random } from '@/lib/domain/shared/random';

/** Points around some directions, as many as subjects would give. */
export interface MixtureSketch {
  readonly count: number;
  readonly dimension: number;
  readonly parts: number;
  /** Length of the common direction of a part beside noise of length 1: at 0.5 parts overlap, at 1 they stand apart. */
  readonly separation: number;
  /** 0 for parts of equal size; at 1 the sizes fall like 1, 1/2, 1/3 … */
  readonly skew: number;
  readonly seed: number;
}

/** Unit vectors in the order of their parts, as pages would bring them. */
export function makeMixture({
  count,
  dimension,
  parts,
  separation,
  skew,
  seed,
}: MixtureSketch): Float32Array[] {
  const random = createSeededRandom(seed);
  const directions = Array.from({ length: parts }, () => randomDirection(random, dimension));
  const sizes = partSizes(count, parts, skew);
  return directions.flatMap((direction, part) =>
    Array.from({ length: sizes[part] ?? 0 }, () => {
      const noise = randomDirection(random, dimension);
      return normalise(noise.map((value, i) => value + separation * (direction[i] ?? 0)));
    }),
  );
}

function partSizes(count: number, parts: number, skew: number): number[] {
  const weights = Array.from({ length: parts }, (_, part) => 1 / (part + 1) ** skew);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const ends = weights.map((_, part) => {
    const before = weights.slice(0, part + 1).reduce((sum, weight) => sum + weight, 0);
    return Math.round((count * before) / total);
  });
  return ends.map((end, part) => end - (ends[part - 1] ?? 0));
}

/** Independent normal numbers (Box and Muller 1958), scaled to unit length. */
function randomDirection(random: Random, dimension: number): Float32Array {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return normalise(Float32Array.from({ length: dimension }, normal));
}
