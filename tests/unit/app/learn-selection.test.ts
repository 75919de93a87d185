import { describe, expect, it } from 'vitest';
import { type LearnPorts, type LearnRequest, learnSelection } from '@/lib/app/learn-selection';
import type { PreparedSelection } from '@/lib/app/ports/selection-store';
import type { Settings } from '@/lib/app/ports/settings';
import type { SelectedText, SelectionReading } from '@/lib/domain/reading/selection';
import { failure, success } from '@/lib/domain/shared/result';
import { createMemorySettings, createMemorySites } from '../../support/memory-ports';

const SITE = 'https://course.test';
const TEXT = 'Heat flows from the warm body to the cold body.';

const selected = (url = `${SITE}/a`): SelectedText => ({
  url,
  title: 'Heat',
  lang: 'en',
  blocks: [
    {
      text: TEXT,
      kind: 'prose',
      lang: 'en',
      headingPath: [],
      order: 0,
      anchor: { prefix: '', exact: TEXT, suffix: '' },
    },
  ],
});

interface Situation {
  readonly answers?: readonly SelectionReading[];
  readonly settings?: Partial<Settings>;
  readonly allowed?: readonly string[];
  readonly request?: Partial<LearnRequest>;
}

async function learn({
  answers = [success(selected())],
  settings = {},
  allowed = [],
  request = {},
}: Situation) {
  const kept: PreparedSelection[] = [];
  const refusals: string[] = [];
  let hasLooked = false;
  const ports: LearnPorts = {
    selections: {
      keep: async (selection) => {
        kept.push(selection);
        return success({ added: ['a'], chosen: ['page:a'], selected: 1 });
      },
    },
    reader: {
      read: async () => {
        hasLooked = true;
        return [...answers];
      },
    },
    readings: {
      noteRefusal: async (origin, reason) => {
        refusals.push(`${origin} ${reason}`);
      },
    },
    sites: createMemorySites(allowed, undefined),
    settings: createMemorySettings(settings),
    hash: async (text) => `#${text}`,
    now: () => 1_000,
  };
  const learned = await learnSelection(ports, { tabId: 1, tabUrl: `${SITE}/a`, ...request });
  return { outcome: learned.ok ? 'kept' : learned.error, kept, refusals, hasLooked };
}

describe('learnSelection', () => {
  it('keeps what is selected on a site that was not allowed, also while reading is paused', async () => {
    for (const settings of [{}, { paused: true }, { pausedOrigins: [SITE] }]) {
      const { outcome, kept } = await learn({ settings });
      expect(outcome).toBe('kept');
      expect(kept[0]).toMatchObject({
        page: { url: `${SITE}/a`, origin: SITE },
        passages: [{ means: 'selected' }],
      });
    }
  });

  it.each([
    ['before the learner agreed', { settings: { hasConsented: false } }, 'no-consent'],
    ['on a bank', { request: { tabUrl: 'https://www.paypal.com/activity' } }, 'banking'],
    ['on a private host', { request: { tabUrl: 'http://wiki/notes' } }, 'private-host'],
    ['in a frame of a mailbox', { request: { frameUrl: 'https://mail.google.com/x' } }, 'mail'],
    ['on a page of the browser', { request: { tabUrl: 'chrome://settings' } }, 'unreadable'],
    ['where the address is hidden', { request: { tabUrl: undefined } }, 'unreadable'],
  ] as const)('does not even look %s', async (_place, situation, reason) => {
    const { outcome, kept, hasLooked } = await learn(situation);
    expect([outcome, kept, hasLooked]).toEqual([reason, [], false]);
  });

  it('looks at such a site once it is confirmed', async () => {
    const { outcome } = await learn({
      settings: { confirmedSites: ['http://wiki'] },
      request: { tabUrl: 'http://wiki/notes' },
      answers: [success(selected('http://wiki/notes'))],
    });
    expect(outcome).toBe('kept');
  });

  it('believes an address only where we may read anyway', async () => {
    const answers = [success(selected('https://elsewhere.test/a'))];
    expect((await learn({ answers })).outcome).toBe('other-site');
    const allowed = ['https://elsewhere.test/a'];
    expect((await learn({ answers, allowed })).outcome).toBe('kept');
    const bank = [success(selected('https://www.paypal.com/a'))];
    expect((await learn({ answers: bank, allowed: ['https://www.paypal.com/a'] })).outcome).toBe('banking');
  });

  it('believes a frame of another site only of its own site', async () => {
    const request = { frameUrl: 'https://elsewhere.test/unit' };
    const allowed = ['https://elsewhere.test/unit', 'https://third.test/a'];
    for (const url of [`${SITE}/a`, 'https://third.test/a'])
      expect((await learn({ answers: [success(selected(url))], request, allowed })).outcome).toBe(
        'other-site',
      );
    const own = [success(selected('https://elsewhere.test/unit'))];
    expect((await learn({ answers: own, request, allowed })).outcome).toBe('kept');
    const same = { frameUrl: `${SITE}/frame` };
    expect((await learn({ request: same })).outcome).toBe('kept');
  });

  it('takes the frame that has a selection, else the refusal that says most', async () => {
    const empty = failure('nothing-selected' as const);
    expect((await learn({ answers: [empty, success(selected())] })).outcome).toBe('kept');
    expect((await learn({ answers: [empty, failure('editable')] })).outcome).toBe('editable');
    expect((await learn({ answers: [empty, empty] })).outcome).toBe('nothing-selected');
  });

  it('says whether the page or a frame of another site keeps us out', async () => {
    expect((await learn({ answers: [] })).outcome).toBe('unreadable');
    const request = { frameUrl: 'https://elsewhere.test/unit' };
    expect((await learn({ answers: [], request })).outcome).toBe('other-site');
  });

  it('logs refusals that are about the page, without text', async () => {
    expect((await learn({ answers: [failure('secret-field')] })).refusals).toEqual([`${SITE} secret-field`]);
    expect((await learn({ answers: [failure('too-short')] })).refusals).toEqual([]);
  });
});
