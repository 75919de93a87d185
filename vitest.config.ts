import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { LongestFirst } from './scripts/longest-first.mjs';

const END_TO_END = { environment: 'node', testTimeout: 120_000, hookTimeout: 120_000 };

/** Tests of how long something takes, or that read faster than a loaded machine can, have it to themselves. */
const TIMED = ['page-cost', 'really-read'].map((name) => `tests/e2e/${name}.test.ts`);

export default defineConfig({
  resolve: { alias: { '@': resolve(import.meta.dirname) } },
  test: {
    // One less than there are processors is the default, which is half of a small machine.
    maxWorkers: '100%',
    mockReset: true,
    restoreMocks: true,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Nothing in these tests is shared but caches, and a context for each of a hundred files takes longer than they do.
          isolate: false,
          testTimeout: 20_000,
          include: ['tests/unit/**/*.test.ts', 'tests/storage/**/*.test.ts', 'tests/architecture.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [WxtVitest()],
        test: { name: 'wiring', environment: 'node', include: ['tests/wiring/**/*.test.ts'] },
      },
      {
        extends: true,
        plugins: [preact()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          ...END_TO_END,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: TIMED,
          // Each file has a browser of its own, and waits for it: one more than a small machine has processors.
          maxWorkers: 3,
        },
      },
      {
        extends: true,
        test: { ...END_TO_END, name: 'e2e-timed', include: TIMED, fileParallelism: false },
      },
    ],
  },
});
