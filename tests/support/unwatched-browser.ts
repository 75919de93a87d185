import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { requireBrowser } from '@/scripts/browser-finder.mjs';
import { browserFlags } from './browser-launch';
import { until } from './until';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface Session {
  readonly sessionId: string;
}

interface Evaluated<Value> {
  readonly result: { readonly value: Value };
}

/** The value of an expression, awaited; it must be JSON. */
type Evaluate = <Value>(expression: string) => Promise<Value>;

interface Answer {
  readonly id?: number;
  readonly result?: object;
  readonly error?: { readonly message: string };
}

/**
 * Chromium without a debugger in every page and worker, as people have it. A service worker of an extension ends by itself
 * there; one that is watched never does.
 */
export interface UnwatchedBrowser {
  /** Opens a tab and shows it. Returns how to close it. */
  openTab(url: string): Promise<() => Promise<void>>;
  /** Opens a tab in the background and returns how to evaluate in it. */
  inspect(url: string): Promise<Evaluate>;
  countServiceWorkers(): Promise<number>;
  close(): Promise<void>;
}

const FLAGS = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

export async function launchUnwatched(profileDir: string, extensionDir: string): Promise<UnwatchedBrowser> {
  const flags = [...browserFlags({}, extensionDir), ...FLAGS, `--user-data-dir=${profileDir}`];
  const browser = spawn(requireBrowser().path, flags, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const send = talkTo(browser);
  return {
    async openTab(url) {
      const { targetId } = await send<Target>('Target.createTarget', { url });
      return async () => void (await send('Target.closeTarget', { targetId }));
    },
    async inspect(url) {
      const { targetId } = await send<Target>('Target.createTarget', { url, background: true });
      const { sessionId } = await send<Session>('Target.attachToTarget', { targetId, flatten: true });
      const evaluate: Evaluate = async <Value>(expression: string) => {
        const parameters = { expression, awaitPromise: true, returnByValue: true };
        return (await send<Evaluated<Value>>('Runtime.evaluate', parameters, sessionId)).result.value;
      };
      const isThere = () => evaluate<boolean>(`location.href === ${JSON.stringify(url)}`).catch(() => false);
      await until(isThere, Boolean);
      return evaluate;
    },
    async countServiceWorkers() {
      const { targetInfos } = await send<{ targetInfos: Target[] }>('Target.getTargets');
      return targetInfos.filter(({ type }) => type === 'service_worker').length;
    },
    async close() {
      const ended = once(browser, 'exit');
      await send('Browser.close');
      await ended;
    },
  };
}

/** Commands of the debugging protocol over two pipes: JSON, each message ended by a zero byte. */
function talkTo(browser: ChildProcess) {
  const [into, outOf] = browser.stdio.slice(3);
  if (!(into instanceof Duplex && outOf instanceof Duplex)) throw new Error('The browser has no pipes.');
  const open = new Map<number, (answer: Answer) => void>();
  let last = 0;
  let unread = '';
  outOf.setEncoding('utf8').on('data', (text: string) => {
    const messages = (unread + text).split('\0');
    unread = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      open.get(answer.id ?? 0)?.(answer);
      open.delete(answer.id ?? 0);
    }
  });
  return async <Value>(method: string, params: object = {}, sessionId?: string): Promise<Value> => {
    const id = ++last;
    const answered = new Promise<Answer>((resolve) => open.set(id, resolve));
    into.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as Value;
  };
}
