import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableRows } from '@/lib/storage/schema';
import { allowSite } from '../support/learner';
import { readPage, waitForReader } from '../support/reader';
import { type Study, startStudy, TIME_SCALE } from '../support/study';
import { passageIdsIn } from '../support/study-tables';
import { until } from '../support/until';

type Passage = TableRows['passages'];

const DEMO = resolve(import.meta.dirname, '../../demo');
const UNDISTURBED = 'undisturbed.test';
const DISTURBED = 'disturbed.test';
const ARTICLE = '/en/photosynthesis.html';
const STOPS = 5;

describe('a service worker that dies while passages are worked on', () => {
  let study: Study;
  /** Jobs that were still to be done at each stop. */
  const waitingAtStop: number[] = [];

  const ofHost = (host: string, passages: readonly Passage[]) =>
    passages.filter((row) => new URL(row.origin).hostname === host);
  const textsOf = async (host: string) =>
    ofHost(host, await study.extension.readTable('passages')).map((row) => row.text);

  async function readArticle(host: string, meanwhile: () => Promise<void>): Promise<Page> {
    const page = await study.extension.openTab(study.site.url(host, ARTICLE));
    await allowSite(study.extension, page);
    await waitForReader(page);
    await Promise.all([readPage(page, { timeScale: TIME_SCALE }), meanwhile()]);
    return page;
  }

  /** Stops it when a new passage has come and there is still something to do with it. */
  async function stopWhilePassagesArrive(): Promise<void> {
    const { extension } = study;
    const look = async () => ({
      passageCount: ofHost(DISTURBED, await extension.readTable('passages')).length,
      waiting: (await extension.readTable('jobs')).length,
    });
    for (let seen = 0; waitingAtStop.length < STOPS; ) {
      const now = await until(look, ({ passageCount, waiting }) => passageCount > seen && waiting > 0);
      await extension.stopServiceWorker();
      waitingAtStop.push(now.waiting);
      seen = now.passageCount;
    }
  }

  beforeAll(async () => {
    study = await startStudy({ content: DEMO });
    const { extension } = study;
    await (await readArticle(UNDISTURBED, async () => undefined)).close();
    await extension.waitForTable('jobs', (rows) => rows.length === 0);
    const expected = (await textsOf(UNDISTURBED)).length;
    await readArticle(DISTURBED, stopWhilePassagesArrive);
    await extension.waitForTable('passages', (rows) => ofHost(DISTURBED, rows).length >= expected);
    await extension.waitForTable('jobs', (rows) => rows.length === 0);
  });

  afterAll(() => study.end());

  it('loses and doubles no passage', async () => {
    const undisturbed = await textsOf(UNDISTURBED);
    const disturbed = await textsOf(DISTURBED);
    expect(waitingAtStop).toHaveLength(STOPS);
    expect([...disturbed].sort()).toEqual([...undisturbed].sort());
  });

  it('loses and doubles no vector', async () => {
    const passages = await study.extension.readTable('passages');
    const chunks = await study.extension.readTable('vectorChunks');
    expect(passageIdsIn(chunks).sort()).toEqual(passages.map((row) => row.id).sort());
  });

  it('writes no exercise twice', async () => {
    const origins = new Map(
      (await study.extension.readTable('passages')).map((row) => [row.id, new URL(row.origin).hostname]),
    );
    const written = (await study.extension.readTable('exercises')).map(
      ({ passageId, kind, stem, key }) =>
        `${origins.get(passageId)} ${kind} ${stem.before}[${key}]${stem.after}`,
    );
    expect(written.length).toBeGreaterThan(0);
    expect(new Set(written).size).toBe(written.length);
  });
});
