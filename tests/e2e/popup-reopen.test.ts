import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableRows } from '@/lib/storage/schema';
import { cardOf, exerciseInView, WORDS } from '../support/learner';
import { read, type Study, startStudy, waitForExercises } from '../support/study';

const words = WORDS.en.popup;

describe('a popup that is closed in the middle of an answer', () => {
  let study: Study;
  let exercises: TableRows['exercises'][];

  beforeAll(async () => {
    study = await startStudy();
    await read(study, '/bees.html');
    exercises = await waitForExercises(study, 1);
  });

  afterAll(() => study.end());

  it('shows the same card and the same text when it is opened again', async () => {
    const first = await study.extension.openPopup(study.page);
    while ((await exerciseInView(first, exercises)).kind !== 'cloze') {
      const before = await cardOf(first).textContent();
      await first.getByRole('button', { name: words.skip }).click();
      await first.waitForFunction((text) => document.querySelector('article')?.textContent !== text, before);
    }
    const asked = await exerciseInView(first, exercises);
    await first.getByLabel(words['answer.label']).pressSequentially('half an ans');
    const closed = first.waitForEvent('close');
    await study.page.mouse.click(5, 5);
    await closed;

    const second = await study.extension.openPopup(study.page);
    await cardOf(second).waitFor();
    expect((await exerciseInView(second, exercises)).id).toBe(asked.id);
    expect(await second.getByLabel(words['answer.label']).inputValue()).toBe('half an ans');
    expect(await study.extension.readTable('reviews')).toEqual([]);
    await second.close();
  });
});
