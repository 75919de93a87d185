import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handle } from '@/lib/messaging/bus';
import { ask, isExtensionAlive, listen } from '@/lib/messaging/page-line';

const HEARD = { ok: true as const, value: null };
const ID = fakeBrowser.runtime.id;

/** The fake browser hands listeners no way to respond, so it is made here. */
function post(type: string, data: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const message = { id: 1, type, data, timestamp: 1 };
    const given = [message, { id: ID }, resolve] as unknown as Parameters<
      typeof fakeBrowser.runtime.onMessage.trigger
    >;
    void fakeBrowser.runtime.onMessage
      .trigger(...given)
      .then((kept) => kept.some(Boolean) || resolve('nobody'));
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.runtime.id = ID;
  fakeBrowser.reset();
});

describe('ask', () => {
  it('is understood by the bus', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      const sender = { id: ID, origin: 'https://course.test', tab: { id: 1 } };
      const [reply] = await fakeBrowser.runtime.onMessage.trigger(message as never, sender as never);
      return reply;
    });
    const stop = handle('reading.begin', ({ url }) => ({ ok: true, value: url === 'https://course.test/a' }));
    expect(await ask('reading.begin', { url: 'https://course.test/a' })).toEqual({ ok: true, value: true });
    stop();
  });

  it('tries no more than it is told, and not at all when the extension is gone', async () => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('gone'));
    const url = 'https://course.test/';
    expect(await ask('reading.begin', { url }, { attempts: 1 })).toMatchObject({
      error: { code: 'unreachable' },
    });
    expect(send).toHaveBeenCalledTimes(1);
    fakeBrowser.runtime.id = undefined as unknown as string;
    expect(isExtensionAlive()).toBe(false);
    expect(await ask('reading.begin', { url })).toMatchObject({ error: { code: 'context-gone' } });
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('listen', () => {
  it('answers its topic in the form of the bus, and no other topic, until it is stopped', async () => {
    const handler = vi.fn(() => HEARD);
    const stop = listen('reading.changed', handler);
    expect(await post('reading.changed', { startAnew: true })).toEqual({ res: HEARD });
    expect(handler).toHaveBeenCalledWith({ startAnew: true });
    expect(await post('reading.ask', null)).toBe('nobody');
    stop();
    expect(await post('reading.changed', { startAnew: true })).toBe('nobody');
    expect(handler).toHaveBeenCalledTimes(1);
  });
});
