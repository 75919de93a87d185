/** How much room there is for what we keep, in bytes. */
export interface DiskRoom {
  readonly freeBytes: number;
  /** What we have taken already. */
  readonly usedBytes: number;
}

/** `scarce` is a warning; when room is `short`, nothing new is kept, and what is left is for answers. */
export type DiskRoomState = 'enough' | 'scarce' | 'short';

const MEGABYTE = 1_000_000;

/** Marks for disks of usual size; on small ones a share of all the room there ever was counts, where that is less. */
const SCARCE = { bytes: 500 * MEGABYTE, share: 1 / 5 };
const SHORT = { bytes: 100 * MEGABYTE, share: 1 / 10 };

/** Below this even an answer may not fit, however small the disk. */
const LEAST_SHORT_BYTES = 8 * MEGABYTE;

/** A store that has taken so much of what it could ever have is about to find none. */
const MOST_USED_SHARE = 0.8;

/** @param mostBytes the most room that was ever seen, taken and free together, by which a small disk is told from a full one */
export function diskRoomState({ freeBytes, usedBytes }: DiskRoom, mostBytes: number): DiskRoomState {
  const allBytes = freeBytes + usedBytes;
  const most = Math.max(mostBytes, allBytes);
  const below = ({ bytes, share }: typeof SHORT) => freeBytes < Math.min(bytes, most * share);
  if (freeBytes < LEAST_SHORT_BYTES || below(SHORT)) return 'short';
  return below(SCARCE) || usedBytes > allBytes * MOST_USED_SHARE ? 'scarce' : 'enough';
}
