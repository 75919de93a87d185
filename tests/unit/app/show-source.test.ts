import { describe, expect, it } from 'vitest';
import type { StoredSource } from '@/lib/app/ports/source-store';
import type { PendingSource, SourceTabs } from '@/lib/app/ports/source-tabs';
import {
  concludeSource,
  findInLoadedPage,
  resumeSources,
  type ShowSourcePorts,
  showSource,
} from '@/lib/app/show-source';
import { buildOccurrence, buildPage, buildPassage, NOON } from '../../support/study-rows';

const TAB = 7;
const TEXT = 'Entropy grows. It never shrinks by itself. That is the law.';
const KEPT = 'dashboard.html#/reading/page/passage/changed';

interface Situation {
  readonly url?: string;
  readonly shownIn?: number;
  readonly isLetIn?: boolean;
  readonly isAllowed?: boolean;
  readonly isLoaded?: boolean;
}

function setUp({
  url = 'https://course.test/a',
  isLetIn = true,
  isAllowed = true,
  ...situation
}: Situation = {}) {
  const done: string[] = [];
  const pending = new Map<number, PendingSource>();
  const source: StoredSource = {
    page: buildPage({ id: 'page', url }),
    passage: buildPassage({ id: 'passage', text: TEXT }),
    place: buildOccurrence({ pageId: 'page', passageId: 'passage' }),
    beside: [],
  };
  const tabs: SourceTabs = {
    findPage: async () => situation.shownIn,
    open: async (address) => {
      done.push(`open ${address}`);
      return TAB;
    },
    openBeside: async (tabId, address) => void done.push(`open beside ${tabId} ${address}`),
    bringToFront: async (tabId) => void done.push(`front ${tabId}`),
    isLoaded: async () => situation.isLoaded ?? situation.shownIn !== undefined,
    mark: async (tabId, wanted) => {
      done.push(`mark ${tabId} ${wanted.text.slice(wanted.sentence?.start, wanted.sentence?.end)}`);
      return isLetIn;
    },
    pending: {
      put: async (tabId, value) => void pending.set(tabId, value),
      read: async (tabId) => pending.get(tabId),
      remove: async (tabId) => void pending.delete(tabId),
      tabIds: async () => [...pending.keys()],
    },
  };
  let now = NOON;
  const ports: ShowSourcePorts = {
    sources: { find: async (id) => (id === 'passage' ? source : undefined) },
    tabs,
    sites: { isAllowed: async () => isAllowed },
    now: () => now,
  };
  const wait = (durationMs: number) => {
    now += durationMs;
  };
  return { ports, done, pending, wait };
}

const REQUEST = { passageId: 'passage', sentence: { start: 15, end: 42 } };

describe('showSource', () => {
  it('opens the page at the sentence, and has it marked once it is there', async () => {
    const { ports, done, pending } = setUp();
    expect(await showSource(ports, REQUEST)).toMatchObject({ ok: true });
    expect(done).toEqual([
      'open https://course.test/a#:~:text=Entropy%20grows.-,It%20never%20shrinks%20by%20itself.,-That%20is%20the',
    ]);
    await findInLoadedPage(ports, TAB);
    expect(done.at(-1)).toBe(`mark ${TAB} It never shrinks by itself.`);
    await concludeSource(ports, TAB, true);
    expect([pending.size, done.length]).toEqual([0, 2]);
  });

  it('goes to the tab that shows the page already', async () => {
    const { ports, done } = setUp({ shownIn: 3 });
    await showSource(ports, REQUEST);
    expect(done).toEqual(['front 3', 'mark 3 It never shrinks by itself.']);
  });

  it('opens a file in the reader of files, and says when a passage is gone', async () => {
    const { ports, done } = setUp({ url: 'pdf:abc' });
    await showSource(ports, REQUEST);
    expect(done).toEqual(['open pdf-reader.html?file=abc&passage=passage']);
    expect(await showSource(ports, { passageId: 'other' })).toEqual({ ok: false, error: 'gone' });
  });

  it('shows what was kept when the page lost the passage', async () => {
    const { ports, done } = setUp();
    await showSource(ports, REQUEST);
    await findInLoadedPage(ports, TAB);
    await concludeSource(ports, TAB, false);
    await concludeSource(ports, TAB, false);
    expect(done.slice(2)).toEqual([`open beside ${TAB} ${KEPT}`]);
  });

  it('shows what was kept when an allowed page cannot be reached, and leaves other sites to the browser', async () => {
    for (const isAllowed of [true, false]) {
      const { ports, done, pending } = setUp({ isLetIn: false, isAllowed });
      await showSource(ports, REQUEST);
      await findInLoadedPage(ports, TAB);
      expect(done.slice(2)).toEqual(isAllowed ? [`open beside ${TAB} ${KEPT}`] : []);
      expect(pending.size).toBe(0);
    }
  });

  it('looks in the page that it opened, not in the next one in that tab', async () => {
    const { ports, done } = setUp();
    await showSource(ports, REQUEST);
    for (let page = 0; page < 3; page += 1) await findInLoadedPage(ports, TAB);
    await concludeSource(ports, TAB, false);
    expect(done).toHaveLength(2);
  });

  it('asks again after the worker died, for a minute', async () => {
    const { ports, done, pending, wait } = setUp({ isLoaded: true });
    await showSource(ports, REQUEST);
    await resumeSources(ports);
    expect(done.filter((step) => step.startsWith('mark'))).toHaveLength(2);
    wait(61_000);
    await resumeSources(ports);
    expect([pending.size, done.length]).toEqual([0, 3]);
  });
});
