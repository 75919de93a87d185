/** Whether a runtime failed for want of memory: an allocation of our own is a RangeError, one inside the runtime has words. */
export function isOutOfMemory(thrown: unknown): boolean {
  if (thrown instanceof RangeError) return true;
  return thrown instanceof Error && /memory|bad_alloc|allocat/i.test(thrown.message);
}
