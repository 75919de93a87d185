import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const alias = { '@': resolve(import.meta.dirname) };

export default defineConfig({
  resolve: { alias },
  test: {
    mockReset: true,
    restoreMocks: true,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/storage/**/*.test.ts', 'tests/architecture.test.ts'],
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias },
        test: { name: 'wiring', environment: 'node', include: ['tests/wiring/**/*.test.ts'] },
      },
      {
        plugins: [preact()],
        resolve: { alias },
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.{ts,tsx}'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
