import type { TestSequencer } from 'vitest/node';

/** Starts long files first, so that no worker is still busy with one when the others have nothing left to do. */
export declare const LongestFirst: new (
  ...args: ConstructorParameters<typeof import('vitest/node').BaseSequencer>
) => TestSequencer;
