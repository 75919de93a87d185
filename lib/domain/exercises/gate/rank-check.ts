import type { Embedding } from '../../embedding/model';
import { dot } from '../../embedding/vector';

/** A stem, gap and all, with the passage that it was taken from. */
export interface AskedStem {
  /** Centred, unit length. */
  readonly vector: Float32Array;
  readonly passageId: string;
}

/**
 * The stems that are closer to their own passage than to any other stored one. Those that are not are mostly fragments and
 * general remarks which could stand anywhere. A stem whose passage has no vector stays.
 *
 * All stored vectors are gone through once, and not centred one by one: of unit vectors, the cosine of `s` with
 * `unit(v − c)` is `(s·v − s·c) / |v − c|`.
 *
 * @param stored raw vectors of unit length by passage id, all of one language
 * @param center of that language
 */
export function keepFoundFirst<Stem extends AskedStem>(
  stems: readonly Stem[],
  stored: ReadonlyMap<string, Embedding>,
  center: Float32Array,
): Stem[] {
  const squaredCenter = dot(center, center);
  const distanceToCenter = (raw: Embedding) =>
    Math.sqrt(Math.max(0, 1 - 2 * dot(raw, center) + squaredCenter));
  const asked = new Set(
    stems.flatMap((stem) => {
      const own = stored.get(stem.passageId);
      if (!own) return [];
      const common = dot(stem.vector, center);
      return [{ stem, common, toOwn: (dot(stem.vector, own) - common) / distanceToCenter(own) }];
    }),
  );
  const outranked = new Set<Stem>();
  for (const [id, raw] of stored) {
    const distance = distanceToCenter(raw);
    for (const question of asked) {
      const { stem, common, toOwn } = question;
      if (stem.passageId === id || (dot(stem.vector, raw) - common) / distance <= toOwn) continue;
      outranked.add(stem);
      asked.delete(question);
    }
    if (asked.size === 0) break;
  }
  return stems.filter((stem) => !outranked.has(stem));
}
