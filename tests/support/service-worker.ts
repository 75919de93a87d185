import type { Page } from 'playwright-core';

type RunningStatus = 'stopped' | 'starting' | 'running' | 'stopping';

export interface ServiceWorkerControl {
  /** Resolves when the worker runs, at once when it already does. */
  start(): Promise<void>;
  /** Kills the worker; resolves when it is dead. */
  stop(): Promise<void>;
}

/**
 * Kills and starts the background worker of the extension that `page` belongs to. Playwright keeps one `Worker` object
 * for all lives of a service worker, but evaluating in a dead one never answers, so start it first.
 */
export async function controlServiceWorker(page: Page): Promise<ServiceWorkerControl> {
  const session = await page.context().newCDPSession(page);
  const scopeURL = new URL('/', page.url()).href;
  let status: RunningStatus = 'stopped';
  let onChange = () => {};
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    status = versions.at(-1)?.runningStatus ?? status;
    onChange();
  });
  await session.send('ServiceWorker.enable');
  const reach = async (wanted: RunningStatus, command: () => Promise<unknown>) => {
    if (status === wanted) return;
    const reached = new Promise<void>((resolve) => {
      onChange = () => {
        if (status === wanted) resolve();
      };
    });
    await command();
    await reached;
  };
  return {
    start: () => reach('running', () => session.send('ServiceWorker.startWorker', { scopeURL })),
    stop: () => reach('stopped', () => session.send('ServiceWorker.stopAllWorkers')),
  };
}
