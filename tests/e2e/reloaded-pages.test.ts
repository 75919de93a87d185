import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODERN_PAGES } from '../support/modern-pages';
import { type SiteServer, serveSite } from '../support/site-server';
import { countVisits, type VisitCounts } from '../support/visit-counts';

let site: SiteServer;
let counts: VisitCounts;

beforeAll(async () => {
  site = await serveSite(MODERN_PAGES, { cacheControl: 'no-cache' });
});
afterAll(() => site.close());

describe('a page that is loaded again and again', () => {
  beforeAll(async () => {
    counts = await countVisits(site);
  });
  afterAll(async () => void (await counts.extension.close()));

  it('is one row a passage and one visit a load, reloaded ten times', async () => {
    const { extension, tab, expectVisits, expectNoDuplicates } = counts;
    await expectVisits('/one.html', 1);
    for (let count = 2; count <= 11; count += 1) {
      await tab.reload();
      await expectVisits('/one.html', count);
    }
    const occurrences = await extension.readTable('occurrences');
    expect(occurrences.map(({ readCount }) => readCount)).toEqual([11, 11]);
    await expectNoDuplicates();
  });

  it('is one visit a return, ten times back and forward without a cache', async () => {
    const { tab, visit, expectVisitBy, expectNoDuplicates } = counts;
    await expectVisitBy(() => visit('/two.html'), '/two.html');
    for (let count = 1; count <= 5; count += 1) {
      await expectVisitBy(() => tab.goBack(), '/one.html');
      await expectVisitBy(() => tab.goForward(), '/two.html');
    }
    await expectNoDuplicates();
  });
});
