import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { HOSTILE_PAGES } from '../support/hostile-pages';
import { allowSite } from '../support/learner';
import { type SiteServer, serveSite } from '../support/site-server';
import { traceTasks } from '../support/task-trace';

const HOST = 'course.test';
const LONG_TASK_MS = 50;
const COSTLY = [
  '/many-nodes.html',
  '/deep.html',
  '/long-text.html',
  '/endless-mutation.html',
  '/many-frames.html',
];

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

/** Tasks of ours, longest first, from the navigation until the text at the top of the page is kept. */
async function tasksWhileReading(path: string): Promise<readonly number[]> {
  const { own } = await traceTasks(tab, async () => {
    await tab.goto(site.url(HOST, path), { waitUntil: 'commit' });
    await extension.waitForTable('pages', (rows) => rows.some(({ url }) => url.endsWith(path)));
  });
  return own;
}

beforeAll(async () => {
  site = await serveSite({ ...HOSTILE_PAGES, '/allow.html': '<button>Nothing to read</button>' });
  extension = await launchExtension({ blockNetwork: true, logsNetwork: true });
  await extension.changeSettings({ readingTimeScale: 40 });
  tab = await extension.openTab(site.url(HOST, '/allow.html'));
  await allowSite(extension, tab);
});

afterAll(() => site.close());

describe('what reading along costs a hostile page', () => {
  it.each(COSTLY)('is no long task on %s', async (path) => {
    const first = await tasksWhileReading(path);
    // What other programs do to a processor's caches makes a task longer once, not each time.
    const isLong = (first[0] ?? 0) >= LONG_TASK_MS;
    const own = isLong ? await tasksWhileReading(`${path}?again`) : first;
    expect(own.length).toBeGreaterThan(2);
    expect(own[0]).toBeLessThan(LONG_TASK_MS);
  });

  it('is no request of ours', async () => {
    const asked = new Set(site.requested.filter((path) => path !== '/favicon.ico'));
    expect([...asked]).toEqual(['/allow.html', ...COSTLY]);
    const requests = await extension.closeAndListRequests();
    expect(requests.filter(({ initiator }) => initiator === `chrome-extension://${extension.id}`)).toEqual(
      [],
    );
  });
});
