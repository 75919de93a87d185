import { describe, expect, it } from 'vitest';
import { keepReadersInStep, restartReaders, showTabState } from '@/lib/app/keep-readers-in-step';
import type { OpenTab, ReadingChange } from '@/lib/app/ports/reader-host';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/app/ports/settings';

const READ = 'https://course.test/a';
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, hasConsented: true };

/** A browser with tabs, in some of which a reader is at work. What happens to them is written down in order. */
function setUp(
  tabs: readonly OpenTab[],
  beingRead: readonly number[] = [],
  change: Partial<Settings> = {},
  leftAlone: readonly number[] = [],
) {
  const log: string[] = [];
  const ports = {
    readers: {
      registerForGrantedSites: async () => void log.push('register'),
      tabs: async () => [...tabs],
      sendScouts: async (tabId: number) => void log.push(`${tabId}: scouts`),
      startReader: async () => true,
      announce: async (tabId: number, { startAnew }: ReadingChange) =>
        void log.push(`${tabId}: ask again${startAnew ? ', anew' : ''}`),
      isReading: async (tabId: number) => beingRead.includes(tabId),
      isLeftAlone: async (tabId: number) => leftAlone.includes(tabId),
      show: async (tabId: number, state: string) => void log.push(`${tabId}: show ${state}`),
    },
    sites: { isAllowed: async (address: string) => address.startsWith('https://course.test') },
    settings: { read: async () => ({ ...SETTINGS, ...change }) },
  };
  return { ports, log };
}

describe('keepReadersInStep', () => {
  it('tells every tab, and sends scouts to allowed sites only', async () => {
    const { ports, log } = setUp([
      { id: 1, url: READ },
      { id: 2, url: 'https://other.test/' },
      { id: 3, url: undefined },
    ]);
    await keepReadersInStep(ports);
    expect(log[0]).toBe('register');
    expect(log.slice(1).sort()).toEqual([
      '1: ask again',
      '1: scouts',
      '1: show reading',
      '2: ask again',
      '2: show not-allowed',
      '3: ask again',
      '3: show unreadable',
    ]);
  });

  it('sends no scouts where the learner paused', async () => {
    const { ports, log } = setUp([{ id: 1, url: READ }], [], { pausedOrigins: ['https://course.test'] });
    await keepReadersInStep(ports);
    expect(log).toEqual(['register', '1: show paused', '1: ask again']);
  });

  it('shows the state before readers answer, so that theirs is the last word', async () => {
    const { ports, log } = setUp([{ id: 1, url: 'https://other.test/' }], [1]);
    await keepReadersInStep(ports);
    expect(log).toEqual(['register', '1: show not-allowed', '1: ask again']);
  });
});

describe('restartReaders', () => {
  it('lets every reader begin anew', async () => {
    const { ports, log } = setUp([{ id: 1, url: READ }]);
    await restartReaders(ports);
    expect(log).toEqual(['register', '1: show reading', '1: ask again, anew', '1: scouts']);
  });
});

describe('showTabState', () => {
  const paused: Partial<Settings> = { pausedOrigins: ['https://course.test'] };

  it.each([
    { url: READ, beingRead: [], leftAlone: [], change: {}, shown: 'reading' },
    { url: READ, beingRead: [], leftAlone: [1], change: {}, shown: 'left-alone' },
    { url: READ, beingRead: [1], leftAlone: [1], change: {}, shown: 'reading' },
    { url: READ, beingRead: [], leftAlone: [1], change: paused, shown: 'paused' },
    { url: 'https://other.test/', beingRead: [], leftAlone: [], change: {}, shown: 'not-allowed' },
    { url: 'https://other.test/', beingRead: [1], leftAlone: [], change: {}, shown: 'reading' },
    { url: 'https://other.test/', beingRead: [], leftAlone: [1], change: {}, shown: 'not-allowed' },
    { url: undefined, beingRead: [1], leftAlone: [], change: {}, shown: 'reading' },
  ])('shows $shown for $url read in $beingRead and left alone in $leftAlone', async (tab) => {
    const { url, beingRead, leftAlone, change, shown } = tab;
    const { ports, log } = setUp([{ id: 1, url }], beingRead, change, leftAlone);
    await showTabState(ports, { id: 1, url });
    expect(log).toEqual([`1: show ${shown}`]);
  });
});
