import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EnginePage, openEngine } from '../support/engine-page';
import { type LaunchedExtension, launchExtension } from '../support/extension';

const PASSAGES = 60;
const DEATHS = 5;

const passages = Array.from({ length: PASSAGES }, (_, i) => ({
  id: `passage-${i}`,
  text: `Lesson ${i} explains ${'step by step '.repeat(3 + (i % 20))}how a river shapes its valley.`,
  lang: 'en' as const,
}));

let extension: LaunchedExtension;
let engine: EnginePage;

beforeAll(async () => {
  extension = await launchExtension();
  engine = await openEngine(extension);
});
afterAll(() => extension.close());

it('embeds each passage once, though the engine dies five times in the middle of its work', async () => {
  await engine.giveToEmbed(passages);
  for (let death = 1; death <= DEATHS; death++) {
    await engine.vectors(death);
    const jobs = await extension.waitForTable('jobs', (rows) => rows.some((job) => job.state === 'running'));
    expect(jobs.length).toBeGreaterThan(0);
    await engine.page.reload();
  }
  expect((await engine.vectors(PASSAGES)).size).toBe(PASSAGES);
  await extension.waitForTable('jobs', (jobs) => jobs.length === 0);
  const { means } = await engine.meta('languageMeans', () => true);
  expect(means.en?.count).toBe(PASSAGES);
});
