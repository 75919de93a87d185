import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handle, send } from '@/lib/messaging/bus';

const ownSender = { id: fakeBrowser.runtime.id, origin: `chrome-extension://${fakeBrowser.runtime.id}` };
const answer = { res: { ok: true, value: null } };

describe('send', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    fakeBrowser.runtime.id = 'test-extension-id';
  });

  it.each([
    ['the receiver stops while answering', () => Promise.reject(new Error('message channel closed'))],
    ['nobody listens', () => Promise.reject(new Error('Receiving end does not exist.'))],
    ['the answer is undefined', () => Promise.resolve(undefined)],
  ])('tries again when %s', async (_death, die) => {
    const post = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    post.mockImplementationOnce(die).mockImplementationOnce(die).mockResolvedValueOnce(answer);
    const reply = send('study.changed', null);
    await vi.runAllTimersAsync();
    expect(await reply).toEqual({ ok: true, value: null });
    expect(post).toHaveBeenCalledTimes(3);
  });

  it('gives up after the given attempts', async () => {
    const post = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('gone'));
    const reply = send('study.changed', null, { attempts: 4 });
    await vi.runAllTimersAsync();
    expect(await reply).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(post).toHaveBeenCalledTimes(4);
  });

  it('does what comes before it anew at each attempt, and counts a failure of that as one of its own', async () => {
    const post = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    post.mockRejectedValueOnce(new Error('gone')).mockResolvedValueOnce(answer);
    const before = vi.fn().mockRejectedValueOnce(new Error('no room')).mockResolvedValue(undefined);
    const reply = send('engine.wake', null, { before });
    await vi.runAllTimersAsync();
    expect(await reply).toEqual({ ok: true, value: null });
    expect(before).toHaveBeenCalledTimes(3);
    expect(post).toHaveBeenCalledTimes(2);
  });

  it('passes a refusal on without trying again', async () => {
    const refused = { ok: false, error: { code: 'paused', message: 'paused' } };
    const post = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ res: refused });
    expect(await send('study.changed', null)).toEqual(refused);
    expect(post).toHaveBeenCalledTimes(1);
  });

  it('stops at once when the extension is gone', async () => {
    const post = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    fakeBrowser.runtime.id = undefined as unknown as string;
    expect(await send('study.changed', null)).toMatchObject({ error: { code: 'context-gone' } });
    expect(post).not.toHaveBeenCalled();
  });
});

describe('handle', () => {
  const post = (sender: object) =>
    fakeBrowser.runtime.onMessage.trigger(
      { id: 1, type: 'engine.wake', data: null, timestamp: 1 },
      sender as never,
    );

  it('answers its topic and refuses strangers, until it is stopped', async () => {
    const handler = vi.fn(() => ({ ok: true as const, value: null }));
    const stop = handle('engine.wake', handler);
    expect(await post(ownSender)).toEqual([answer]);
    expect(await post({ id: 'other' })).toMatchObject([{ res: { error: { code: 'sender-refused' } } }]);
    stop();
    expect(await post(ownSender)).toEqual([]);
    expect(handler).toHaveBeenCalledTimes(1);
  });
});
