import type { Remote } from 'comlink';
import { describe, expect, it } from 'vitest';
import { EncoderError } from '@/lib/app/ports/encoder';
import { createDistantEncoder } from '@/lib/engine/distant-encoder';
import type { EmbedderApi, EncodeCall } from '@/lib/engine/worker-api';

/** A worker that answers nothing until it is told to, and knows which calls were cancelled. */
function createWorker() {
  const calls: EncodeCall[] = [];
  const cancelled: string[] = [];
  let answer: (vectors: Float32Array[]) => void = () => {};
  const api = {
    encode: (_texts: readonly string[], _role: string, call: EncodeCall) => {
      calls.push(call);
      return new Promise((resolve, reject) => {
        answer = resolve;
        cancelNext = () => reject(new EncoderError('aborted', 'cancelled'));
      });
    },
    cancel: async (id: string) => {
      cancelled.push(id);
      cancelNext();
    },
  };
  let cancelNext = () => {};
  let count = 0;
  const encoder = createDistantEncoder(
    { run: (body) => body(api as unknown as Remote<EmbedderApi>, 'owner') },
    () => `call-${++count}`,
  );
  return { encoder, calls, cancelled, answer: (vectors: Float32Array[]) => answer(vectors) };
}

describe('the encoder in another thread', () => {
  it('is told how urgent a call is', async () => {
    const { encoder, calls, answer } = createWorker();
    const asked = encoder.encode(['x'], 'query');
    answer([]);
    await asked;
    const waiting = encoder.encode(['x'], 'passage', { urgency: 'backlog' });
    answer([]);
    await waiting;
    expect(calls).toEqual([
      { urgency: 'query', id: 'call-1' },
      { urgency: 'backlog', id: 'call-2' },
    ]);
  });

  it('cancels the call whose signal is given, by its name', async () => {
    const { encoder, cancelled } = createWorker();
    const given = new AbortController();
    const asked = encoder.encode(['x'], 'query', { signal: given.signal });
    given.abort();
    await expect(asked).rejects.toMatchObject({ name: 'aborted' });
    expect(cancelled).toEqual(['call-1']);
  });

  it('does not begin a call that nobody waits for, and cancels none that is answered', async () => {
    const { encoder, calls, cancelled, answer } = createWorker();
    const late = encoder.encode(['x'], 'query', { signal: AbortSignal.abort() });
    await expect(late).rejects.toMatchObject({ name: 'aborted' });
    expect(calls).toEqual([]);
    const given = new AbortController();
    const asked = encoder.encode(['x'], 'query', { signal: given.signal });
    answer([]);
    await asked;
    given.abort();
    expect(cancelled).toEqual([]);
  });
});
