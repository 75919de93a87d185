import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableRows } from '@/lib/storage/schema';
import { exerciseInView, giveAnswer, takeSuggestedRating, WORDS } from '../support/learner';
import { read, type Study, startStudy, waitForExercises } from '../support/study';
import { passageIdsIn } from '../support/study-tables';

describe.each([
  { lang: 'en', language: 'en-US', path: '/bees.html' },
  { lang: 'zh', language: 'zh-CN', path: '/tea.html' },
] as const)('the loop in $lang', ({ lang, language, path }) => {
  const words = WORDS[lang];
  let study: Study;
  let exercises: TableRows['exercises'][];

  beforeAll(async () => {
    study = await startStudy({ language });
    await read(study, path);
    exercises = await waitForExercises(study, 1);
  });

  afterAll(() => study.end());

  it('keeps every paragraph that was read, once, under its heading', async () => {
    const passages = await study.extension.readTable('passages');
    const occurrences = await study.extension.readTable('occurrences');
    const paragraphs = await study.page.locator('p').allTextContents();
    expect(passages.map((row) => row.text).sort()).toEqual([...paragraphs].sort());
    expect(new Set(passages.map((row) => row.lang))).toEqual(new Set([lang]));
    expect(occurrences.every((row) => row.headingPath.length > 0)).toBe(true);
  });

  it('gives every passage one vector', async () => {
    const passages = await study.extension.readTable('passages');
    const chunks = await study.extension.readTable('vectorChunks');
    expect(passageIdsIn(chunks).sort()).toEqual(passages.map((row) => row.id).sort());
  });

  it('writes typed and chosen exercises whose stem and key restore a sentence that was read', async () => {
    const passages = new Map((await study.extension.readTable('passages')).map((row) => [row.id, row.text]));
    expect(new Set(exercises.map((row) => row.kind))).toEqual(new Set(['cloze', 'choice']));
    for (const { stem, key, source, passageId } of exercises) {
      expect(`${stem.before}${key}${stem.after}`).toBe(source.sentence);
      expect(passages.get(passageId)?.slice(source.start, source.end)).toBe(source.sentence);
    }
  });

  it('asks one in the popup and stores the answer with its next date', async () => {
    const popup = await study.extension.openPopup(study.page);
    const asked = await exerciseInView(popup, exercises, words);
    await giveAnswer(popup, asked, asked.key, words);
    await takeSuggestedRating(popup, words);
    const [review] = await study.extension.waitForTable('reviews', (rows) => rows.length === 1);
    const after = (await study.extension.readTable('exercises')).find((row) => row.id === asked.id);
    expect(review).toMatchObject({ exerciseId: asked.id, answer: asked.key, correct: true });
    expect(after?.memory.reps).toBe(1);
    expect(after?.memory.dueAt).toBeGreaterThan(review?.at ?? Number.POSITIVE_INFINITY);
    await popup.close();
  });
});
