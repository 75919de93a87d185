import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { badgeText } from '@/lib/platform/badge';
import { ensureOffscreenDocument } from '@/lib/platform/offscreen';
import { createSiteAccess } from '@/lib/platform/permissions';
import { sha256Hex } from '@/lib/platform/sha256';
import { type FakeExtension, installFakeExtension } from '../support/fake-extension';

let extension: FakeExtension;

beforeEach(() => {
  extension = installFakeExtension();
});

describe('the offscreen document', () => {
  it('is opened once by twenty calls at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, ensureOffscreenDocument));
    expect(extension.documentsOpened()).toBe(1);
  });

  it('is opened again when it is gone, and left alone while it is there', async () => {
    await ensureOffscreenDocument();
    await ensureOffscreenDocument();
    expect(extension.documentsOpened()).toBe(1);
    extension.closeOffscreen();
    await ensureOffscreenDocument();
    expect(extension.documentsOpened()).toBe(2);
  });

  it('is taken for open when somebody else opened it in between', async () => {
    const contexts = [[], [{}]];
    Object.assign(fakeBrowser.runtime, { getContexts: async () => contexts.shift() });
    Object.assign(fakeBrowser, {
      offscreen: {
        createDocument: () => Promise.reject(new Error('Only a single offscreen document may be created.')),
      },
    });
    await expect(ensureOffscreenDocument()).resolves.toBeUndefined();
  });

  it('says so when it cannot be opened', async () => {
    Object.assign(fakeBrowser, {
      offscreen: { createDocument: () => Promise.reject(new Error('no such page')) },
    });
    await expect(ensureOffscreenDocument()).rejects.toThrow('no such page');
  });
});

describe('site access', () => {
  const sites = createSiteAccess();

  it('lists the sites that were allowed one by one', async () => {
    for (const pattern of ['https://a.test/*', 'http://b.test/*', '*://*/*', 'https://*.c.test/*'])
      extension.granted.add(pattern);
    expect(await sites.allowedOrigins()).toEqual(['https://a.test', 'http://b.test']);
  });

  it('ignores the port, as the permission does', async () => {
    extension.granted.add('http://b.test/*');
    expect(await sites.isAllowed('http://b.test:8080')).toBe(true);
    expect(await sites.isAllowed('https://b.test')).toBe(false);
    expect(await sites.isAllowed('chrome://settings')).toBe(false);
  });
});

describe('the badge', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
  ])('shows %d as "%s"', (count, expected) => {
    expect(badgeText(count)).toBe(expected);
  });
});

describe('sha256Hex', () => {
  it('hashes the UTF-8 form of a text', async () => {
    expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await sha256Hex('熵')).toHaveLength(64);
  });
});
