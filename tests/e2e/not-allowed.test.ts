import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../support/reader';
import { read, type Study, startStudy, TIME_SCALE, waitForExercises } from '../support/study';

describe('a site that was not allowed', () => {
  let study: Study;

  beforeAll(async () => {
    study = await startStudy();
    const elsewhere = await study.extension.openTab(study.site.url('elsewhere.test', '/other.html'));
    await readPage(elsewhere, { timeScale: TIME_SCALE });
    await elsewhere.close();
    await read(study, '/bees.html');
    await waitForExercises(study, 1);
  });

  afterAll(() => study.end());

  it.each(['pages', 'passages', 'captureLog'] as const)('leaves no row in %s', async (table) => {
    const origins = (await study.extension.readTable(table)).map((row) => row.origin);
    expect(origins).not.toContain(study.site.url('elsewhere.test', ''));
  });

  it('leaves its visits, occurrences and exercises out too', async () => {
    const pages = new Set((await study.extension.readTable('pages')).map((row) => row.id));
    const passages = new Set((await study.extension.readTable('passages')).map((row) => row.id));
    expect(pages.size).toBe(1);
    for (const table of ['visits', 'occurrences'] as const) {
      const rows = await study.extension.readTable(table);
      expect(rows.every((row) => pages.has(row.pageId))).toBe(true);
    }
    const exercises = await study.extension.readTable('exercises');
    expect(exercises.every((row) => passages.has(row.passageId))).toBe(true);
  });

  it('has none of our script in it', async () => {
    const page = await study.extension.openTab(study.site.url('elsewhere.test', '/other.html'));
    const session = await page.context().newCDPSession(page);
    const worlds: string[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
    await session.send('Runtime.enable');
    expect(worlds.filter((origin) => origin.startsWith('chrome-extension://'))).toEqual([]);
    await page.close();
  });
});
