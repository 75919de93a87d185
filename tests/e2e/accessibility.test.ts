import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, type Study, startStudy, waitForExercises } from '../support/study';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LOOKS = (['en', 'zh'] as const).flatMap((uiLanguage) =>
  (['light', 'dark'] as const).map((theme) => ({ uiLanguage, theme })),
);

/** Violations as sentences. The page's policy forbids script tags, and evaluating is not one. */
async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(TAGS)} })`)) as AxeResults;
  return results.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`));
}

let study: Study;

beforeAll(async () => {
  study = await startStudy();
  await read(study, '/bees.html', '/tea.html');
  await waitForExercises(study, 2);
});

afterAll(() => study.end());

describe.each(LOOKS)('surfaces in $uiLanguage, $theme', (look) => {
  beforeAll(() => study.extension.changeSettings(look));

  it('has an accessible popup', async () => {
    const popup = await study.extension.openPopup(study.page);
    await popup.getByRole('article').waitFor();
    expect(await violationsIn(popup)).toEqual([]);
    await popup.close();
  });

  it.each(['dashboard', 'welcome'])('has an accessible %s', async (name) => {
    const page = await study.extension.openPage(`${name}.html`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await page.close();
  });
});
