import type { CDPSession } from 'playwright-core';

/** A document or worker that Playwright leaves alone, such as the engine's own document and what runs in it. */
export interface DebugTarget {
  /** The value of an expression, awaited; it must be JSON. */
  evaluate<Value>(expression: string): Promise<Value>;
  send(method: string, parameters?: object): Promise<Record<string, unknown>>;
}

interface Answer {
  readonly id: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/**
 * Debugs a target through a session of the browser itself, with messages wrapped in messages.
 *
 * @throws Error when there is no such target any more
 */
export async function attachTo(session: CDPSession, targetId: string): Promise<DebugTarget> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const open = new Map<number, (answer: Answer) => void>();
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message) as Answer;
    open.get(answer.id)?.(answer);
    open.delete(answer.id);
  });
  session.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    for (const [id, settle] of open) settle({ id, error: { message: 'The target is gone.' } });
    open.clear();
  });
  const send: DebugTarget['send'] = async (method, parameters = {}) => {
    const id = ++last;
    const answered = new Promise<Answer>((resolve) => open.set(id, resolve));
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params: parameters }),
    });
    const { result = {}, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  return {
    send,
    async evaluate<Value>(expression: string) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails).slice(0, 500));
      return Object(result).value as Value;
    },
  };
}
