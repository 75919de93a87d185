import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import pageEn from '@/lib/ui/locales/en/page.json';
import pageZh from '@/lib/ui/locales/zh/page.json';
import { type FakeExtension, installFakeExtension } from '../support/fake-extension';

const SITE = 'https://course.test';
const TAB = { id: 1, url: `${SITE}/a` };
const TEXT = 'Heat flows from the warm body to the cold body.';

let extension: FakeExtension;
let db: StudyDb;

const selection = {
  ok: true,
  value: {
    url: TAB.url,
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
  },
};

async function startWorker(): Promise<void> {
  vi.resetModules();
  const { default: background } = await import('@/entrypoints/background');
  background.main();
}

/** What the notices in the tab were told to say, in order. */
const notices = () =>
  extension.told.flatMap(({ message }) =>
    message.type === 'notice.show' ? [message.data as { text: string; undo?: { ticket: string } }] : [],
  );

const waitForNotice = (text: string) =>
  vi.waitFor(() => expect(notices().map((notice) => notice.text)).toContain(text));

/** The first import of the background takes a while. */
beforeAll(async () => {
  installFakeExtension();
  await import('@/entrypoints/background');
}, 30_000);

beforeEach(async () => {
  extension = installFakeExtension();
  extension.beingRead.add(TAB.id);
  await fakeBrowser.storage.local.set({ 'settings.hasConsented': true, 'settings.uiLanguage': 'en' });
  db = createStudyDb();
  await Promise.all(db.tables.map((table) => table.clear()));
  extension.answers.set('/selection.js', selection);
});

afterEach(() => db.close());

describe('"Learn this"', () => {
  it('is in the menu of pages, in the language that the learner chose', async () => {
    await startWorker();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', temporary: false });
    await vi.waitFor(() => expect([...extension.menu.values()]).toEqual([pageEn.learn]));
    await fakeBrowser.storage.local.set({ 'settings.uiLanguage': 'zh' });
    await vi.waitFor(() => expect([...extension.menu.values()]).toEqual([pageZh.learn]));
  });

  it.each([
    ['the menu', () => extension.chooseInMenu('learn-selection', TAB)],
    ['the shortcut', () => extension.pressShortcut('learn-selection', TAB)],
  ])('keeps the selection by %s, also as what woke the worker', async (_way, choose) => {
    await startWorker();
    choose();
    await waitForNotice(pageEn.kept.one);
    expect(await db.passages.toArray()).toMatchObject([{ text: TEXT, origin: SITE }]);
    expect(extension.registered.size).toBe(0);
  });

  it('is taken back once, by the notice of its own page and by no frame in it', async () => {
    await startWorker();
    extension.chooseInMenu('learn-selection', TAB);
    await waitForNotice(pageEn.kept.one);
    const ticket = notices()[0]?.undo?.ticket ?? '';
    const wrong = await extension.post('selection.undo', { ticket: '0'.repeat(32) }, SITE);
    expect(wrong).toMatchObject({ error: { code: 'sender-refused' } });
    const inFrame = await extension.post('selection.undo', { ticket }, 'https://ad.test', 3);
    expect(inFrame).toMatchObject({ error: { code: 'sender-refused' } });
    expect(extension.told.map(({ frameId }) => frameId)).toEqual([0]);
    expect(await extension.post('selection.undo', { ticket }, SITE)).toEqual({ ok: true, value: null });
    expect(await db.passages.count()).toBe(0);
    expect(await extension.post('selection.undo', { ticket }, SITE)).toMatchObject({ ok: false });
  });

  it('takes nothing from a page that answers something else', async () => {
    extension.answers.set('/selection.js', { ok: true, value: { ...selection.value, blocks: 'all' } });
    await startWorker();
    extension.chooseInMenu('learn-selection', TAB);
    await waitForNotice(pageEn['learn.unreadable']);
    expect(await db.passages.count()).toBe(0);
  });

  it('does nothing for other entries of the menu', async () => {
    await startWorker();
    extension.chooseInMenu('another', TAB);
    extension.chooseInMenu('learn-selection', TAB);
    await waitForNotice(pageEn.kept.one);
    expect(notices()).toHaveLength(1);
  });
});

describe('"Show source"', () => {
  /** Keeps the selection, and has its source shown in a tab that ends up at an address. */
  async function showSourceAt(address: string) {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    await startWorker();
    extension.chooseInMenu('learn-selection', TAB);
    await waitForNotice(pageEn.kept.one);
    const [place] = await db.occurrences.toArray();
    const passageId = place?.passageId ?? '';
    const tab = { ...(await fakeBrowser.tabs.create({ url: 'about:blank' })), id: TAB.id };
    create.mockResolvedValue(tab);
    Object.assign(fakeBrowser.tabs, { get: async () => ({ ...tab, url: address, status: 'complete' }) });
    expect(await extension.post('source.show', { passageId })).toEqual({ ok: true, value: null });
    const asked = extension.told.find(({ message }) => message.type === 'source.mark');
    const kept = { url: `dashboard.html#/reading/${place?.pageId}/${passageId}/changed` };
    return { create, asked, kept: expect.objectContaining(kept) };
  }

  it('opens what was kept when the page has not got it, as the page itself says and no frame in it', async () => {
    const { create, asked, kept } = await showSourceAt(TAB.url);
    expect(asked).toMatchObject({ frameId: 0, message: { data: { text: TEXT, isWhole: false } } });
    const told = { found: false };
    expect(await extension.post('source.told', told, 'https://ad.test', 3)).toEqual({
      ok: true,
      value: null,
    });
    expect(create).not.toHaveBeenCalledWith(kept);
    expect(await extension.post('source.told', told, SITE)).toEqual({ ok: true, value: null });
    expect(create).toHaveBeenLastCalledWith(kept);
  });

  it('tells the text to no other site that the page was left for', async () => {
    extension.granted.add(`${SITE}/*`);
    const { create, asked, kept } = await showSourceAt('https://elsewhere.test/a');
    expect(asked).toBeUndefined();
    expect(create).toHaveBeenLastCalledWith(kept);
  });
});
