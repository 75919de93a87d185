import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { serveSite } from '../site-server';

export interface StatesServer {
  url(state: string, options: { lang: 'en' | 'zh'; theme: 'light' | 'dark' }): string;
  close(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../../..');
const PAGE = 'tests/support/popup-states/index.html';

/** Builds every state of the popup into one page and serves it on loopback, for looks and for checks in a real browser. */
export async function servePopupStates(): Promise<StatesServer> {
  const folder = await mkdtemp(join(tmpdir(), 'gleaner-states-'));
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    plugins: [preact()],
    build: { outDir: folder, minify: false, rolldownOptions: { input: join(ROOT, PAGE) } },
  });
  const site = await serveSite(folder);
  return {
    url: (state, { lang, theme }) =>
      `${site.url('127.0.0.1', `/${PAGE}`)}?state=${state}&lang=${lang}&theme=${theme}`,
    close: async () => {
      await site.close();
      await rm(folder, { recursive: true });
    },
  };
}
