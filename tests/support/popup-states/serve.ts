import preact from '@preact/preset-vite';
import { createServer } from 'vite';

export interface StatesServer {
  url(state: string, options: { lang: 'en' | 'zh'; theme: 'light' | 'dark' }): string;
  close(): Promise<void>;
}

const ROOT = `${import.meta.dirname}/../../..`;

/** Serves every state of the popup on loopback, for looking at it and for checks in a real browser. */
export async function servePopupStates(): Promise<StatesServer> {
  const server = await createServer({
    configFile: false,
    root: ROOT,
    cacheDir: `${ROOT}/.output/.vite-popup-states`,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    plugins: [preact()],
    server: { host: '127.0.0.1', port: 0, watch: null, hmr: false },
    optimizeDeps: { include: ['preact', 'preact/hooks', '@preact/signals', 'dexie', 'valibot', 'ts-fsrs'] },
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    url: (state, { lang, theme }) =>
      `${base}tests/support/popup-states/index.html?state=${state}&lang=${lang}&theme=${theme}`,
    close: () => server.close(),
  };
}
