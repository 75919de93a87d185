import { dot } from '../../embedding/vector';

/**
 * Whether the stem, gap and all, is closer to its own passage than to any other stored one. Stems that fail are mostly
 * fragments and general remarks which could stand anywhere. All vectors centred and of unit length.
 */
export function isFoundFirst(
  stem: Float32Array,
  passageId: string,
  passages: ReadonlyMap<string, Float32Array>,
): boolean {
  const own = passages.get(passageId);
  if (own === undefined) return true;
  const similarity = dot(stem, own);
  for (const [id, vector] of passages) {
    if (id !== passageId && dot(stem, vector) > similarity) return false;
  }
  return true;
}
