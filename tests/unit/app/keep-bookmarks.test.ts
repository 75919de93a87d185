import { expect, it } from 'vitest';
import {
  type BookmarkPorts,
  dropUnallowedBookmarks,
  keepBookmarks,
  MOST_BOOKMARKS,
} from '@/lib/app/keep-bookmarks';
import type { BrowserBookmark } from '@/lib/app/ports/bookmarks';
import type { Bookmark } from '@/lib/domain/imports/model';
import { createMemorySettings } from '../../support/memory-ports';

function open(found: readonly BrowserBookmark[], { isAllowed = true, hasConsented = true } = {}) {
  let kept: readonly Bookmark[] = [{ id: 'old', url: 'https://old.test/', title: 'Old', addedAt: 1 }];
  const state = { isAllowed };
  const ports: BookmarkPorts = {
    access: {
      isAllowed: async () => state.isAllowed,
      request: async () => true,
      giveBack: async () => undefined,
      read: async () => [...found],
    },
    bookmarks: {
      replaceAll: async (rows) => {
        kept = rows;
      },
      clear: async () => {
        kept = [];
      },
      count: async () => kept.length,
    },
    settings: createMemorySettings({ hasConsented }),
    hash: async (text) => `hash of ${text}`,
    now: () => 7,
  };
  return { ports, state, kept: () => kept };
}

it('keeps titles and addresses in the place of those that were kept', async () => {
  const { ports, kept } = open([
    { url: 'https://course.test/heat#top', title: 'Heat', addedAt: 3 },
    { url: 'http://course.test/cold', title: 'Cold' },
  ]);
  await keepBookmarks(ports);
  expect(kept()).toEqual([
    { id: 'hash of https://course.test/heat', url: 'https://course.test/heat', title: 'Heat', addedAt: 3 },
    { id: 'hash of http://course.test/cold', url: 'http://course.test/cold', title: 'Cold', addedAt: 7 },
  ]);
});

it.each([
  'javascript:alert(1)',
  'file:///home/me/diary.html',
  'chrome://settings/',
  'http://192.168.1.1/',
  'http://localhost:3000/',
  'http://router/',
  'https://mail.google.com/mail/',
  'https://www.paypal.com/',
])('leaves %s out', async (url) => {
  const { ports, kept } = open([{ url, title: 'Left out' }]);
  await keepBookmarks(ports);
  expect(kept()).toEqual([]);
});

it('covers secrets in titles and addresses', async () => {
  const secret = 'Zq8vT3mNc7RwXy2LbKd9Hf4Jg6Ps1AeU';
  const { ports, kept } = open([
    { url: `https://course.test/a?access_token=${secret}`, title: `password: ${secret}` },
  ]);
  await keepBookmarks(ports);
  expect(JSON.stringify(kept())).not.toContain(secret);
});

it('keeps the newest of very many', async () => {
  const many = Array.from({ length: MOST_BOOKMARKS + 5 }, (_, i) => ({
    url: `https://course.test/${i}`,
    title: '',
    addedAt: i,
  }));
  const { ports, kept } = open(many);
  await keepBookmarks(ports);
  expect([kept().length, kept()[0]?.addedAt]).toEqual([MOST_BOOKMARKS, MOST_BOOKMARKS + 4]);
});

it('looks at nothing without consent or permission', async () => {
  for (const refusal of [{ hasConsented: false }, { isAllowed: false }]) {
    const { ports, kept } = open([{ url: 'https://course.test/', title: 'New' }], refusal);
    await keepBookmarks({
      ...ports,
      access: { ...ports.access, read: () => Promise.reject(new Error('Looked')) },
    });
    expect(kept().map(({ id }) => id)).toEqual(['old']);
  }
});

it('keeps nothing when the permission goes while they are read', async () => {
  const { ports, state, kept } = open([{ url: 'https://course.test/', title: 'New' }]);
  const read = async () => {
    state.isAllowed = false;
    return ports.access.read();
  };
  await keepBookmarks({ ...ports, access: { ...ports.access, read } });
  expect(kept()).toEqual([]);
});

it('forgets them only when the permission is gone', async () => {
  const { ports, state, kept } = open([]);
  await dropUnallowedBookmarks(ports);
  expect(kept()).toHaveLength(1);
  state.isAllowed = false;
  await dropUnallowedBookmarks(ports);
  expect(kept()).toEqual([]);
});
