const LOCK = 'gleaner.engine';

/** Resolves once no other document runs the engine, and keeps all others waiting until this document is gone. */
export function becomeSoleEngine(): Promise<void> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(LOCK, () => {
      resolve();
      return new Promise<never>(() => {});
    });
    held.catch(reject);
  });
}
