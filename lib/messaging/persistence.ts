import type { Refusal, Reply } from './protocol';

export interface Attempts {
  /** How often to try in all before giving up as `unreachable`. */
  readonly attempts?: number | undefined;
}

const DEFAULT_ATTEMPTS = 6;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Tries until there is a reply; never rejects.
 *
 * A channel dies in three ways (the receiver stops while answering, nobody listens yet, the answer is `undefined`). All
 * three are tried again, so receivers must be idempotent.
 *
 * @param tryOnce resolves undefined, or rejects, when the channel died
 * @param isAlive false when the extension was updated or removed under this script
 */
export async function tryUntilHeard<Value>(
  tryOnce: () => Promise<Reply<Value> | undefined>,
  isAlive: () => boolean,
  { attempts = DEFAULT_ATTEMPTS }: Attempts,
): Promise<Reply<Value>> {
  for (let attempt = 1; ; attempt += 1) {
    if (!isAlive()) return failed('context-gone', 'the extension was updated or removed');
    const reply = await tryOnce().catch(() => undefined);
    if (reply) return reply;
    if (attempt >= attempts) return failed('unreachable', 'nobody answered');
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
  }
}

function failed(code: Refusal['error']['code'], message: string): Refusal {
  return { ok: false, error: { code, message } };
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
