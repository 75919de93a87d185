import { resolve } from 'node:path';
import { ROOT } from './project.mjs';

/** Loads a TypeScript module of the project, which Node 20 cannot do alone. */
export async function importTypeScript(path) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(resolve(ROOT, path), {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
  });
  return module;
}
