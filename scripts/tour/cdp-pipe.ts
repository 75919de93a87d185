import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

export interface PipedBrowser {
  readonly process: ChildProcess;
  /** A command of the DevTools protocol to the browser itself, or to what a session is attached to. */
  send(method: string, params: Record<string, unknown>, sessionId?: string): Promise<Record<string, unknown>>;
}

const END_OF_MESSAGE = '\0';

function splitMessages(pipe: Readable, onMessage: (answer: Answer) => void): void {
  let rest = '';
  pipe.setEncoding('utf8');
  pipe.on('data', (text: string) => {
    const messages = (rest + text).split(END_OF_MESSAGE);
    rest = messages.pop() ?? '';
    for (const message of messages) onMessage(JSON.parse(message) as Answer);
  });
}

/**
 * Starts a browser that is debugged through a pipe: the one way in which Chrome, Edge and Chromium all accept an
 * unpacked extension.
 */
export function spawnPiped(executable: string, flags: readonly string[]): PipedBrowser {
  const child = spawn(executable, ['--remote-debugging-pipe', ...flags], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , commands, answers] = child.stdio as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (answer: Answer) => void>();
  splitMessages(answers, (answer) => {
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  child.once('exit', () => {
    for (const [id, settle] of waiting) settle({ id, error: { message: 'the browser ended' } });
  });
  let lastId = 0;
  const send: PipedBrowser['send'] = (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      if (child.exitCode !== null) return reject(new Error(`${method}: the browser ended`));
      lastId += 1;
      const id = lastId;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result ?? {});
        else reject(new Error(`${method}: ${error.message}`));
      });
      commands.write(`${JSON.stringify({ id, method, params, sessionId })}${END_OF_MESSAGE}`);
    });
  return { process: child, send };
}
