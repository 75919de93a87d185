import { once } from 'node:events';
import { requireBrowser } from '@/scripts/browser-finder.mjs';
import { spawnPiped } from '@/scripts/tour/cdp-pipe';
import { browserFlags } from './browser-launch';
import { until } from './until';

/** The value of an expression, awaited; it must be JSON. */
export type Evaluate = <Value>(expression: string) => Promise<Value>;

export interface UnwatchedTab {
  /** Brings it before whatever else was opened meanwhile. */
  show(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Chromium without a debugger in every page and worker, as people have it. A service worker of an extension ends by itself
 * there; one that is watched never does.
 */
export interface UnwatchedBrowser {
  openTab(url: string): Promise<UnwatchedTab>;
  /** Opens a tab in the background and returns how to evaluate in it. */
  inspect(url: string): Promise<Evaluate>;
  countServiceWorkers(): Promise<number>;
  close(): Promise<void>;
}

const FLAGS = ['--no-first-run', '--disable-background-networking', '--disable-component-update'];

export function launchUnwatched(profileDir: string, extensionDir: string): UnwatchedBrowser {
  const flags = [...browserFlags({}, extensionDir), ...FLAGS, `--user-data-dir=${profileDir}`];
  const { process: browser, send } = spawnPiped(requireBrowser().path, flags);
  const openTarget = async (url: string, background: boolean) =>
    String((await send('Target.createTarget', { url, background })).targetId);
  return {
    async openTab(url) {
      const targetId = await openTarget(url, false);
      return {
        show: async () => void (await send('Target.activateTarget', { targetId })),
        close: async () => void (await send('Target.closeTarget', { targetId })),
      };
    },
    async inspect(url) {
      const targetId = await openTarget(url, true);
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const evaluate: Evaluate = async <Value>(expression: string) => {
        const parameters = { expression, awaitPromise: true, returnByValue: true };
        const { result } = await send('Runtime.evaluate', parameters, String(sessionId));
        return Object(result).value as Value;
      };
      const isThere = () => evaluate<boolean>(`location.href === ${JSON.stringify(url)}`).catch(() => false);
      await until(isThere, Boolean);
      return evaluate;
    },
    async countServiceWorkers() {
      const { targetInfos } = await send('Target.getTargets', {});
      return (targetInfos as { type: string }[]).filter(({ type }) => type === 'service_worker').length;
    },
    async close() {
      const ended = once(browser, 'exit');
      // It may end before it has answered.
      await send('Browser.close', {}).catch(() => {});
      await ended;
    },
  };
}
