import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build, defaultClientConditions, type Rollup } from 'vite';
import { INFERENCE_RUNTIME } from '@/scripts/build/inference-runtime';
import { type LaunchedExtension, launchExtension } from './extension';

const ROOT = resolve(import.meta.dirname, '../..');

export interface BenchPage {
  readonly extension: LaunchedExtension;
  /** A page of the extension's origin, isolated like its other pages, with the exports of the entry in `bench`. */
  readonly page: Page;
  close(): Promise<void>;
}

/** One script of everything that a TypeScript module imports, with its exports in a global named `bench`. */
export async function bundleForPage(entry: string): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: {
      alias: { '@': ROOT, ...INFERENCE_RUNTIME.alias },
      conditions: [INFERENCE_RUNTIME.condition, ...defaultClientConditions],
    },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(ROOT, entry), name: 'bench', formats: ['iife'], fileName: 'bench' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result as Rollup.RollupOutput];
  const chunk = bundle?.output.find((file) => file.type === 'chunk' && file.isEntry);
  if (chunk?.type !== 'chunk') throw new Error(`Nothing was built from ${entry}`);
  return `${chunk.code}\nglobalThis.bench = bench;`;
}

/**
 * Runs a TypeScript module (`tests/bench/NAME.page.ts`) in a page of the built extension, beside its workers, model and
 * WebAssembly files. Call its exports with `page.evaluate('bench.measure(…)')`.
 */
export async function openBenchPage(entry: string): Promise<BenchPage> {
  const [script, extension] = await Promise.all([bundleForPage(entry), launchExtension()]);
  const page = await extension.openPage('manifest.json');
  await page.evaluate(script);
  return {
    extension,
    page,
    close: async () => {
      await extension.close();
    },
  };
}
