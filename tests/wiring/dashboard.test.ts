import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createMemoryStorage } from '../support/dashboard';
import { type FakeExtension, installFakeExtension } from '../support/fake-extension';

let extension: FakeExtension;

/** What the dashboard does after forgetting, with the background that listens to it. */
async function openForgetting() {
  vi.resetModules();
  const { default: background } = await import('@/entrypoints/background');
  background.main();
  const { createEnvironment } = await import('@/entrypoints/dashboard/environment');
  const page = Object.assign(new EventTarget(), {
    location: { hash: '' },
    localStorage: createMemoryStorage(),
  });
  return createEnvironment(page as unknown as Window).forgetting;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  extension = installFakeExtension();
  extension.granted.add('https://course.test/*');
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { type, data } = message as { type: string; data: unknown };
    return { res: await extension.post(type, data) };
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('after forgetting in the dashboard', () => {
  it('everything, every reader begins anew', async () => {
    const forgetting = await openForgetting();
    extension.openTabs = [{ id: 7, url: 'https://course.test/a' }];
    await forgetting.afterwards('everything');
    expect(extension.told).toMatchObject([
      { tabId: 7, message: { type: 'reading.changed', data: { startAnew: true } } },
    ]);
  });

  // A new visit would be read along at once, and bring back what was just forgotten.
  it.each(['passage', 'page', 'site', 'interest', 'period'] as const)(
    'a %s, readers go on with the visit whose reports are dropped',
    async (kind) => {
      const forgetting = await openForgetting();
      extension.openTabs = [{ id: 7, url: 'https://course.test/a' }];
      await forgetting.afterwards(kind);
      expect(extension.told).toEqual([]);
    },
  );
});
