import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requiredDwellMs } from '@/lib/domain/reading/engagement';
import { type Study, startStudy } from '../support/study';

const SHOWN = 'A barometer measures the pressure of the air, and falling pressure often announces rain.';
const BELOW = 'An anemometer measures the speed of the wind with small cups that turn on a vertical axle.';
const PAGE = `<!doctype html><html lang="en"><title>Weather</title>
<main><h1>Weather</h1><p>${SHOWN}</p><div style="height: 3000px"></div><p>${BELOW}</p></main>`;

describe('at the pace of a person', () => {
  let study: Study;

  beforeAll(async () => {
    study = await startStudy({
      content: { '/index.html': '<h1>Course</h1>', '/page.html': PAGE },
      timeScale: 1,
    });
  });

  afterAll(() => study.end());

  it('keeps a paragraph once it was in view long enough, and none that was out of view', async () => {
    const requiredMs = requiredDwellMs(SHOWN, 1);
    const openedAt = performance.now();
    await study.page.goto(study.site.url('course.test', '/page.html'));
    const passages = await study.extension.waitForTable('passages', (rows) => rows.length > 0);
    expect(performance.now() - openedAt).toBeGreaterThanOrEqual(requiredMs);
    expect(passages.map((row) => row.text)).toEqual([SHOWN]);
    const [occurrence] = await study.extension.readTable('occurrences');
    expect(occurrence?.dwellMs).toBeGreaterThanOrEqual(requiredMs);
  });
});
