import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SearchAnswer } from '@/lib/app/ports/search';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { type FakeExtension, installFakeExtension } from '../support/fake-extension';
import { hit } from '../support/played-search';
import { buildOccurrence, buildPage, buildPassage } from '../support/study-rows';

const ID = 'a1'.repeat(32);
const FILE_ID = 'f0'.repeat(32);
const TEXT = 'Water & steam <b>boil</b> "at"\u202E 100\u0000 degrees.';

let extension: FakeExtension;
let db: StudyDb;
/** What the engine was asked, in order, and how it answers. */
let asked: string[];
let answer: (text: string) => Promise<{ ok: boolean; value?: SearchAnswer; error?: object }>;

async function startWorker(): Promise<void> {
  vi.resetModules();
  const { default: background } = await import('@/entrypoints/background');
  background.main();
}

function find(...hits: SearchAnswer['hits']) {
  answer = async () => ({ ok: true, value: { hits, tier: 'lexical', reason: 'model-missing' } });
}

/** The first import of the background takes a while. */
beforeAll(async () => {
  installFakeExtension();
  await import('@/entrypoints/background');
}, 30_000);

beforeEach(async () => {
  extension = installFakeExtension();
  asked = [];
  find(hit(ID, 'boil'), hit(FILE_ID), hit('9'.repeat(64)));
  Object.assign(fakeBrowser.runtime, {
    sendMessage: async ({ type, data }: { type: string; data: { text: string } }) => {
      if (type !== 'engine.search') return { res: { ok: true, value: null } };
      asked.push(data.text);
      return { res: await answer(data.text) };
    },
  });
  Object.assign(fakeBrowser.tabs, {
    update: vi.fn(async () => ({ id: 5 })),
    get: async () => ({ id: 5, status: 'loading' }),
  });
  await fakeBrowser.storage.local.set({ 'settings.uiLanguage': 'en' });
  db = createStudyDb();
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.pages.bulkAdd([
    buildPage({ id: 'heat', title: 'Heat > cold', url: 'https://course.test/a' }),
    buildPage({ id: 'file', title: '', url: 'pdf:f0', origin: 'pdf:' }),
  ]);
  await db.passages.bulkAdd([
    buildPassage({ id: ID, text: TEXT }),
    buildPassage({ id: FILE_ID, text: 'Steam takes more room.', origin: 'pdf:' }),
  ]);
  await db.occurrences.bulkAdd([
    buildOccurrence({ pageId: 'heat', passageId: ID }),
    buildOccurrence({ pageId: 'file', passageId: FILE_ID }),
  ]);
});

afterEach(() => db.close());

describe('typing behind the keyword', () => {
  it('suggests passages, also as what woke the worker and without the model, as text and never as markup', async () => {
    await startWorker();
    expect(await extension.typeInAddressBar(' boil ')).toEqual([
      {
        content: `Heat > cold #${'a1'.repeat(8)}`,
        description:
          'Water &#38; steam &#60;b&#62;<match>boil</match>&#60;/b&#62; &#34;at&#34; 100 degrees.' +
          ' <dim>Heat &#62; cold</dim>',
      },
      { content: `#${'f0'.repeat(8)}`, description: 'Steam takes more room.' },
    ]);
    expect(asked).toEqual(['boil']);
  });

  it('says in the language of the learner what Enter does', async () => {
    await startWorker();
    await extension.typeInAddressBar('boil');
    await vi.waitFor(() =>
      expect(extension.addressBarLine()).toBe('Search everything you have read for <match>%s</match>'),
    );
    await fakeBrowser.storage.local.set({ 'settings.uiLanguage': 'zh' });
    await vi.waitFor(() =>
      expect(extension.addressBarLine()).toBe('在读过的全部内容里查找 <match>%s</match>'),
    );
  });

  it('asks one question at a time, and the newest', async () => {
    const answers: (() => void)[] = [];
    answer = () =>
      new Promise((resolve) => {
        answers.push(() => resolve({ ok: true, value: { hits: [hit(ID)], tier: 'hybrid' } }));
      });
    await startWorker();
    const first = extension.typeInAddressBar('b');
    await vi.waitFor(() => expect(asked).toEqual(['b']));
    const [second, third] = [extension.typeInAddressBar('bo'), extension.typeInAddressBar('boi')];
    answers[0]?.();
    await vi.waitFor(() => expect(asked).toEqual(['b', 'boi']));
    answers[1]?.();
    expect((await Promise.all([first, second, third])).map((suggestions) => suggestions.length)).toEqual([
      0, 0, 1,
    ]);
  });

  it('suggests nothing, and says nothing of the words, when the engine fails', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    answer = async () => ({ ok: false, error: { code: 'unexpected', message: '' } });
    await startWorker();
    expect(await extension.typeInAddressBar('my secret')).toEqual([]);
    expect(JSON.stringify(warned.mock.calls)).toContain('address-bar.suggest');
    expect(JSON.stringify(warned.mock.calls)).not.toContain('secret');
  });
});

describe('entering', () => {
  const opened = () => vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({ id: 5 } as never);

  it.each([
    ['newForegroundTab', true],
    ['newBackgroundTab', false],
  ])('a suggestion opens its page at the passage, in a %s', async (disposition, active) => {
    const create = opened();
    await startWorker();
    extension.enterInAddressBar(`Heat > cold #${'a1'.repeat(8)}`, disposition);
    await vi.waitFor(() => expect(create).toHaveBeenCalled());
    expect(create).toHaveBeenCalledWith({
      url: expect.stringMatching(/^https:\/\/course\.test\/a#:~:text=Water%20/),
      active,
    });
  });

  it('a suggestion from a file opens what was kept, in the tab in front', async () => {
    await startWorker();
    extension.enterInAddressBar(`#${'f0'.repeat(8)}`, 'currentTab');
    const url = expect.stringMatching(
      new RegExp(`^chrome-extension://[^/]+/dashboard\\.html#/reading/file/${FILE_ID}$`),
    );
    await vi.waitFor(() => expect(fakeBrowser.tabs.update).toHaveBeenCalledWith({ url }));
  });

  it.each(['water boils ', `gone #${'9'.repeat(16)}`])(
    '%j searches in the overview, and leaves no word of it in an address',
    async (text) => {
      const create = opened();
      await startWorker();
      extension.enterInAddressBar(text, 'newForegroundTab');
      await vi.waitFor(() =>
        expect(create).toHaveBeenCalledWith({ url: 'dashboard.html#/reading?asked', active: true }),
      );
      const { takeAskedSearch } = await import('@/lib/platform/asked-search');
      expect(await takeAskedSearch()).toBe(text.trim());
      expect(await takeAskedSearch()).toBeUndefined();
    },
  );

  it('nothing opens the overview', async () => {
    const create = opened();
    await startWorker();
    extension.enterInAddressBar('  ', 'newForegroundTab');
    await vi.waitFor(() =>
      expect(create).toHaveBeenCalledWith({ url: 'dashboard.html#/reading', active: true }),
    );
  });
});
