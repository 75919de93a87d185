import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { type FakeExtension, installFakeExtension } from '../support/fake-extension';
import { buildExercise, buildMemory } from '../support/study-rows';

const SITE = 'https://course.test';
const PATTERN = `${SITE}/*`;
const TEXT = 'Heat flows from the warm body to the cold body.';

let extension: FakeExtension;
let db: StudyDb;

function capture(url = `${SITE}/a`) {
  return {
    visit: { visitId: '0'.repeat(32), url, title: 'A page', lang: 'en', activeMs: 9_000, scrollShare: 1 },
    blocks: [
      {
        text: TEXT,
        kind: 'prose',
        lang: 'en',
        headingPath: [],
        order: 0,
        anchor: { prefix: '', exact: TEXT, suffix: '' },
        dwellMs: 5_000,
        requiredMs: 2_000,
        expectedMs: 3_000,
        rereads: 0,
      },
    ],
  };
}

/** As the browser starts the worker: with fresh modules, and only the first turn of `main` to add listeners in. */
async function startWorker(): Promise<void> {
  vi.resetModules();
  const { default: background } = await import('@/entrypoints/background');
  background.main();
}

beforeEach(async () => {
  extension = installFakeExtension();
  await fakeBrowser.storage.local.set({ 'settings.hasConsented': true });
  db = createStudyDb();
  await Promise.all(db.tables.map((table) => table.clear()));
});

afterEach(() => {
  db.close();
});

describe('the background', () => {
  it('registers every listener in its first turn', async () => {
    await startWorker();
    const { runtime, alarms, tabs, storage } = fakeBrowser;
    const events = [
      runtime.onMessage,
      runtime.onInstalled,
      alarms.onAlarm,
      tabs.onActivated,
      tabs.onUpdated,
      storage.onChanged,
    ];
    for (const event of events as unknown as { hasListeners(): boolean }[])
      expect(event.hasListeners()).toBe(true);
  });

  it('closes the settings to content scripts', async () => {
    await startWorker();
    expect(extension.storageAccess).toEqual(['TRUSTED_CONTEXTS']);
  });

  it('stores a capture once, however often it is reported, and has it worked on', async () => {
    extension.granted.add(PATTERN);
    await startWorker();
    for (let time = 0; time < 3; time += 1) await extension.post('reading.capture', capture(), SITE);
    expect(await db.passages.toArray()).toMatchObject([{ text: TEXT, origin: SITE }]);
    expect(await db.occurrences.toArray()).toMatchObject([{ dwellMs: 5_000, readCount: 1 }]);
    await vi.waitFor(() => expect(extension.isOffscreenOpen()).toBe(true));
    expect(await fakeBrowser.alarms.get('study')).toBeDefined();
  });

  it('refuses what comes from a site that was not allowed, from another origin, or in another shape', async () => {
    extension.granted.add(PATTERN);
    await startWorker();
    const replies = [
      await extension.post('reading.capture', capture('https://other.test/'), 'https://other.test'),
      await extension.post('reading.capture', capture('https://other.test/'), SITE),
      await extension.post('reading.capture', { ...capture(), blocks: 'all' }, SITE),
    ];
    expect(replies).toMatchObject([
      { error: { code: 'site-not-allowed' } },
      { error: { code: 'sender-refused' } },
      { error: { code: 'bad-payload' } },
    ]);
    expect(await db.passages.count()).toBe(0);
  });

  it('answers a reader that opens a page', async () => {
    extension.granted.add(PATTERN);
    await startWorker();
    expect(await extension.post('reading.open', { url: `${SITE}/a` }, SITE)).toMatchObject({
      ok: true,
      value: { active: true, timeScale: 1 },
    });
    expect(extension.icons.get(1)).toBe('/icon/16.png');
  });

  it('notes that a page which asks for a secret is left alone, and shows it', async () => {
    extension.granted.add(PATTERN);
    await startWorker();
    extension.leftAlone.add(1);
    const declined = { url: `${SITE}/a`, reason: 'secret-field' };
    expect(await extension.post('reading.decline', declined, SITE)).toEqual({ ok: true, value: null });
    expect(await extension.post('reading.decline', declined, 'https://other.test')).toMatchObject({
      error: { code: 'sender-refused' },
    });
    expect(await db.captureLog.toArray()).toMatchObject([
      { origin: SITE, decision: 'refused', reason: 'secret-field' },
    ]);
    await vi.waitFor(() => expect(extension.icons.get(1)).toBe('/icon/off-16.png'));
    expect(extension.titles.get(1)).toBe('action_secret');
  });

  it('shows that a tab is read in which one frame of several is left alone', async () => {
    extension.granted.add(PATTERN);
    await startWorker();
    extension.leftAlone.add(1);
    extension.beingRead.add(1);
    await extension.post('reading.decline', { url: `${SITE}/a`, reason: 'secret-field' }, SITE);
    await vi.waitFor(() => expect(extension.titles.get(1)).toBe('action_reading'));
    expect(extension.icons.get(1)).toBe('/icon/16.png');
  });

  it('starts a reader in the frame whose scout asks for one, on an allowed site only', async () => {
    extension.granted.add(PATTERN);
    await startWorker();
    const ask = (origin: string) => extension.post('reading.begin', { url: `${origin}/a` }, origin);
    expect(await ask(SITE)).toEqual({ ok: true, value: true });
    expect(await ask('https://other.test')).toMatchObject({ error: { code: 'site-not-allowed' } });
    await fakeBrowser.storage.local.set({ 'settings.paused': true });
    expect(await ask(SITE)).toEqual({ ok: true, value: false });
    expect(extension.injected).toEqual(['/reader.js into document D1 of tab 1']);
  });

  it('shows that a tab is read whose page was not allowed but embeds a frame that was', async () => {
    await startWorker();
    extension.beingRead.add(7);
    await fakeBrowser.tabs.onUpdated.trigger(7, { status: 'complete' }, { id: 7 } as never);
    await vi.waitFor(() => expect(extension.icons.get(7)).toBe('/icon/16.png'));
    expect(extension.told).toMatchObject([{ tabId: 7, message: { type: 'reading.ask' } }]);
  });

  it('registers and sends scouts when a site is allowed, and undoes it when it is taken back', async () => {
    await startWorker();
    extension.openTabs = [{ id: 7, url: `${SITE}/a` }];
    extension.grant(PATTERN);
    await vi.waitFor(() => expect(extension.injected).toEqual(['/scout.js into tab 7']));
    expect([...extension.registered.values()]).toMatchObject([{ matches: [PATTERN], allFrames: true }]);
    expect(extension.icons.get(7)).toBe('/icon/16.png');

    extension.openTabs = [{ id: 7 }];
    extension.revoke(PATTERN);
    await vi.waitFor(() => expect(extension.registered.size).toBe(0));
    await vi.waitFor(() =>
      expect(extension.told.at(-1)).toMatchObject({
        tabId: 7,
        message: { type: 'reading.changed', data: { startAnew: false } },
      }),
    );
    expect(extension.icons.get(7)).toBe('/icon/off-16.png');
  });

  it('forgets that a site was confirmed when the browser lets it be read no more, or never did', async () => {
    const [kept, declined] = ['https://kept.test', 'https://declined.test'];
    extension.granted.add(PATTERN);
    extension.granted.add(`${kept}/*`);
    await fakeBrowser.storage.local.set({ 'settings.confirmedSites': [SITE, declined, kept] });
    await startWorker();
    extension.revoke(PATTERN);
    await vi.waitFor(async () =>
      expect(await fakeBrowser.storage.local.get('settings.confirmedSites')).toEqual({
        'settings.confirmedSites': [kept],
      }),
    );
  });

  it('brings registrations into line with permissions at every start', async () => {
    extension.granted.add(PATTERN);
    extension.registered.set('scout https://gone.test/*', {
      id: 'scout https://gone.test/*',
      matches: ['https://gone.test/*'],
    });
    await startWorker();
    await vi.waitFor(() => expect([...extension.registered.keys()]).toEqual([`scout ${PATTERN}`]));
  });

  it('tells the readers when the learner pauses, and sends no more scouts', async () => {
    extension.granted.add(PATTERN);
    await startWorker();
    extension.openTabs = [{ id: 7, url: `${SITE}/a` }];
    await fakeBrowser.storage.local.set({ 'settings.paused': true });
    await vi.waitFor(() =>
      expect(extension.told.at(-1)).toMatchObject({ tabId: 7, message: { type: 'reading.changed' } }),
    );
    expect(extension.icons.get(7)).toBe('/icon/paused-16.png');
    expect(extension.injected).toEqual([]);
  });

  it('makes readers begin anew after everything was erased', async () => {
    extension.granted.add(PATTERN);
    await startWorker();
    extension.openTabs = [{ id: 7, url: `${SITE}/a` }];
    expect(await extension.post('study.erased', null)).toEqual({ ok: true, value: null });
    expect(extension.told.map(({ message }) => message.data)).toEqual([{ startAnew: true }]);
  });

  it('passes on to the engine that it should try again, and opens its document for it', async () => {
    await startWorker();
    expect(await extension.post('study.try-again', null)).toEqual({ ok: true, value: null });
    expect(extension.isOffscreenOpen()).toBe(true);
  });

  it('shows the due count and wakes for the next one', async () => {
    await startWorker();
    const memory = (dueAt: number) => buildMemory({ phase: 'review', dueAt, stability: 3 });
    const later = Date.now() + 3_600_000;
    await db.exercises.bulkAdd([
      buildExercise({ id: 'a', memory: memory(Date.now() - 1_000) }),
      buildExercise({ id: 'b', memory: memory(Date.now() - 1_000) }),
      buildExercise({ id: 'c', memory: memory(later) }),
      buildExercise({ id: 'd' }),
    ]);
    expect(await extension.post('study.changed', null)).toEqual({ ok: true, value: null });
    expect(await fakeBrowser.action.getBadgeText({})).toBe('2');
    expect(await fakeBrowser.alarms.get('study')).toMatchObject({ scheduledTime: later });
    await db.exercises.clear();
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'study', scheduledTime: later });
    await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({})).toBe(''));
    expect(await fakeBrowser.alarms.get('study')).toBeUndefined();
  });

  it('has the engine answer what pages ask of what was read, and starts it for that', async () => {
    const request = { text: 'heat', filters: { site: SITE }, limit: 5 };
    const answer = { ok: true, value: { hits: [], tier: 'lexical', reason: 'starting' } };
    const asked: unknown[] = [];
    await startWorker();
    Object.assign(fakeBrowser.runtime, {
      sendMessage: async ({ type, data }: { type: string; data: unknown }) => {
        if (type !== 'engine.search') return { res: { ok: true, value: null } };
        asked.push(data);
        return { res: answer };
      },
    });
    expect(await extension.post('search.ask', request)).toEqual(answer);
    expect(asked).toEqual([request]);
    expect(extension.isOffscreenOpen()).toBe(true);
    expect(await extension.post('search.ask', { ...request, limit: 0 })).toMatchObject({
      error: { code: 'bad-payload' },
    });
    expect(asked).toHaveLength(1);
  });

  it('opens the welcome page after the installation only', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    await startWorker();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', temporary: false });
    expect(create).not.toHaveBeenCalled();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install', temporary: false });
    expect(create).toHaveBeenCalledTimes(1);
    create.mockRestore();
  });
});
