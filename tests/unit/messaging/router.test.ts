import { describe, expect, it, vi } from 'vitest';
import type { Topic } from '@/lib/messaging/protocol';
import { classifySender, dispatch, type Sender } from '@/lib/messaging/router';

const own = { id: 'abc', origin: 'chrome-extension://abc' };
const senders: Record<string, Sender> = {
  background: { id: 'abc', origin: own.origin },
  'extension page in a tab': { id: 'abc', origin: own.origin, tab: { id: 1 } },
  'extension page without an origin': { id: 'abc', url: `${own.origin}/popup.html` },
  'content script': { id: 'abc', origin: 'https://example.org', tab: { id: 1 } },
  'content script in a private window': {
    id: 'abc',
    origin: 'https://example.org',
    tab: { id: 1, incognito: true },
  },
  'content script in a frame': { id: 'abc', origin: 'https://example.org', tab: { id: 1 }, documentId: 'D7' },
  'content script in a sandboxed frame': {
    id: 'abc',
    origin: 'null',
    url: 'https://example.org/',
    tab: { id: 1 },
    documentId: 'D7',
  },
  'content script without a tab': { id: 'abc', origin: 'https://example.org' },
  'content script of a file': { id: 'abc', origin: 'null', url: 'file:///a', tab: { id: 1 } },
  'another extension': { id: 'other', origin: 'chrome-extension://other' },
  'a page that names us in its path': { id: 'abc', url: `https://evil.example/${own.origin}` },
  nobody: {},
};
const visit = {
  visitId: '0'.repeat(32),
  url: 'https://example.org/',
  title: 'A title',
  lang: 'en' as const,
  activeMs: 1,
  scrollShare: 0.5,
};
const block = {
  text: 'Some text.',
  kind: 'prose' as const,
  lang: 'en' as const,
  headingPath: ['One'],
  order: 0,
  anchor: { prefix: '', exact: 'Some text.', suffix: '' },
  dwellMs: 10,
  requiredMs: 10,
  expectedMs: 20,
  rereads: 0,
};
const payloads: Record<Topic, unknown> = {
  'reading.open': { url: 'https://example.org/' },
  'reading.capture': { visit, blocks: [block] },
  'reading.begin': { url: 'https://example.org/' },
  'reading.decline': { url: 'https://example.org/', reason: 'secret-field' },
  'reading.changed': { startAnew: false },
  'reading.ask': null,
  'reading.ask-left-alone': null,
  'notice.show': { text: 'Kept.', lang: 'en', close: 'Close' },
  'selection.undo': { ticket: '0'.repeat(32) },
  'source.show': { passageId: 'a' },
  'source.mark': { text: 'Some text.', prefix: '', suffix: '', isWhole: true, others: [] },
  'source.told': { found: true },
  'engine.wake': null,
  'engine.try-again': null,
  'study.try-again': null,
  'search.ask': { text: 'heat', filters: {}, limit: 10 },
  'engine.search': { text: 'heat', filters: {}, limit: 10 },
  'study.changed': null,
  'study.erased': null,
};
const topics = Object.keys(payloads) as Topic[];
const submitted: Topic[] = [
  'reading.begin',
  'reading.open',
  'reading.capture',
  'reading.decline',
  'selection.undo',
  'source.told',
];

describe('classifySender', () => {
  it.each([
    ['background', 'extension'],
    ['extension page in a tab', 'extension'],
    ['extension page without an origin', 'extension'],
    ['content script', 'content-script'],
    ['content script in a frame', 'content-script'],
    ['content script in a sandboxed frame', 'stranger'],
    ['content script in a private window', 'stranger'],
    ['content script without a tab', 'stranger'],
    ['content script of a file', 'stranger'],
    ['another extension', 'stranger'],
    ['a page that names us in its path', 'stranger'],
    ['nobody', 'stranger'],
  ])('takes %s for %s', (name, expected) => {
    expect(classifySender(senders[name] ?? {}, own)).toBe(expected);
  });
});

describe('dispatch', () => {
  const pairs = topics.flatMap((topic) =>
    Object.entries(senders).map(([name, sender]) => {
      const needed = submitted.includes(topic) ? 'content-script' : 'extension';
      return { topic, name, sender, allowed: classifySender(sender, own) === needed };
    }),
  );

  it.each(pairs)('$topic from $name: $allowed', async ({ topic, sender, allowed }) => {
    const handler = vi.fn(async () => ({ ok: true as const, value: null as never }));
    const reply = await dispatch(topic, payloads[topic], sender, own, handler);
    expect(handler).toHaveBeenCalledTimes(allowed ? 1 : 0);
    expect(reply.ok).toBe(allowed);
    if (!reply.ok) expect(reply.error.code).toBe('sender-refused');
  });

  it.each([
    ['no payload', undefined],
    ['an unknown kind', { visit, blocks: [{ ...block, kind: 'advert' }] }],
    ['a text that is too long', { visit, blocks: [{ ...block, text: 'a'.repeat(20_001) }] }],
    ['too much text at once', { visit, blocks: Array(6).fill({ ...block, text: 'a'.repeat(20_000) }) }],
    ['too many blocks', { visit, blocks: Array(51).fill(block) }],
    ['an endless dwell time', { visit, blocks: [{ ...block, dwellMs: Number.POSITIVE_INFINITY }] }],
    ['a visit id that is a path', { visit: { ...visit, visitId: '../../etc' }, blocks: [] }],
    ['a share above one', { visit: { ...visit, scrollShare: 2 }, blocks: [] }],
  ])('refuses a capture with %s', async (_name, payload) => {
    const handler = vi.fn();
    const reply = await dispatch('reading.capture', payload, senders['content script'] ?? {}, own, handler);
    expect(handler).not.toHaveBeenCalled();
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-payload' } });
  });

  it('drops keys that the schema does not name', async () => {
    const handler = vi.fn(async () => ({ ok: true as const, value: { newPassages: 0 } }));
    const payload = { visit: { ...visit, admin: true }, blocks: [], sender: 'me' };
    await dispatch('reading.capture', payload, senders['content script'] ?? {}, own, handler);
    expect(handler).toHaveBeenCalledWith({ visit, blocks: [] }, senders['content script']);
  });

  it('answers a throwing handler without quoting its message', async () => {
    const handler = async () => {
      throw new TypeError('the secret paragraph');
    };
    const reply = await dispatch('study.changed', null, senders.background ?? {}, own, handler);
    expect(reply).toEqual({
      ok: false,
      error: { code: 'unexpected', message: 'study.changed failed with TypeError' },
    });
  });
});
