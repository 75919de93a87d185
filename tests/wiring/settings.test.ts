import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '@/lib/app/ports/settings';
import { createSettingsStore } from '@/lib/storage/settings';

const store = createSettingsStore();

afterEach(() => {
  fakeBrowser.reset();
});

describe('settings', () => {
  it('are the defaults at first', async () => {
    expect(await store.read()).toEqual(DEFAULT_SETTINGS);
  });

  it('keep what was changed and leave the rest', async () => {
    await store.update({ paused: true, pausedOrigins: ['https://course.test'] });
    await store.update({ uiLanguage: 'zh' });
    expect(await store.read()).toEqual({
      ...DEFAULT_SETTINGS,
      paused: true,
      pausedOrigins: ['https://course.test'],
      uiLanguage: 'zh',
    });
  });

  it('do not undo one another when two pages change different ones at once', async () => {
    await Promise.all([store.update({ theme: 'dark' }), createSettingsStore().update({ newPerDay: 3 })]);
    expect(await store.read()).toMatchObject({ theme: 'dark', newPerDay: 3 });
  });

  it.each([
    ['theme', 'pink'],
    ['paused', 'yes'],
    ['pausedOrigins', [1]],
    ['readingTimeScale', 0],
    ['newPerDay', 2.5],
    ['uiLanguage', { __proto__: null }],
  ])('take the default for a damaged %s, and keep the others', async (name, value) => {
    await store.update({ newPerDay: 3, theme: 'dark', paused: true });
    const before = await store.read();
    await fakeBrowser.storage.local.set({ [`settings.${name}`]: value });
    expect(await store.read()).toEqual({
      ...before,
      [name]: DEFAULT_SETTINGS[name as keyof typeof DEFAULT_SETTINGS],
    });
  });

  it('tell every watcher of a change, until it stops', async () => {
    const listener = vi.fn();
    const stop = store.watch(listener);
    await fakeBrowser.storage.local.set({ somethingElse: 1 });
    await store.update({ paused: true });
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1));
    expect(listener).toHaveBeenCalledWith({ ...DEFAULT_SETTINGS, paused: true });
    stop();
    await store.update({ paused: false });
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
