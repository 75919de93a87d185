import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visit } from '@/lib/domain/reading/model';
import { type LaunchedExtension, launchExtension } from './extension';
import { allowSite } from './learner';
import type { SiteServer } from './site-server';

const TIME_SCALE = 40;

/** A learner in front of one site, and in how many visits its pages were read. */
export interface VisitCounts {
  readonly extension: LaunchedExtension;
  readonly tab: Page;
  readonly visit: (path: string) => Promise<unknown>;
  /** The visits of a page so far; none as long as it is unknown. */
  readonly visitsOf: (path: string) => Promise<Visit[]>;
  /** Waits until a page was read in so many visits, and in no more. */
  readonly expectVisits: (path: string, count: number) => Promise<void>;
  /** Does something that leads to one more visit of a page, and waits until it was read. */
  readonly expectVisitBy: (lead: () => Promise<unknown>, path: string) => Promise<void>;
  readonly expectNoDuplicates: () => Promise<void>;
}

/** Starts a browser on the first page of a site, which the learner allows. */
export async function countVisits(
  site: SiteServer,
  options: { readonly backForwardCache?: boolean } = {},
): Promise<VisitCounts> {
  const addressOf = (path: string) => site.url('course.test', path);
  const extension = await launchExtension(options);
  await extension.changeSettings({ readingTimeScale: TIME_SCALE, hasConsented: true });
  const tab = await extension.openTab(addressOf('/one.html'));
  await allowSite(extension, tab);

  const visitsOf = async (path: string) => {
    const page = (await extension.readTable('pages')).find(({ url }) => url === addressOf(path));
    return (await extension.readTable('visits')).filter(({ pageId }) => pageId === page?.id);
  };
  const expectVisits = async (path: string, count: number) => {
    await expect.poll(() => visitsOf(path).then((rows) => rows.length), { timeout: 15_000 }).toBe(count);
  };
  return {
    extension,
    tab,
    visit: (path) => tab.goto(addressOf(path)),
    visitsOf,
    expectVisits,
    expectVisitBy: async (lead, path) => {
      const before = await visitsOf(path);
      await lead();
      await expectVisits(path, before.length + 1);
    },
    expectNoDuplicates: async () => {
      const texts = (await extension.readTable('passages')).map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      const occurrences = await extension.readTable('occurrences');
      const places = occurrences.map(({ pageId, passageId }) => pageId + passageId);
      expect(new Set(places).size).toBe(places.length);
    },
  };
}
