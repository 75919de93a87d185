import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableRows } from '@/lib/storage/schema';
import type { StudyRows } from '../support/course-study';
import { exerciseInView, giveAnswer, reachQuestion, takeSuggestedRating, WORDS } from '../support/learner';
import { readPage } from '../support/reader';
import { seedStudy } from '../support/seed-study';
import { mountSmallDisk } from '../support/small-disk';
import { type Study, startStudy, TIME_SCALE } from '../support/study';
import { buildExercise, buildMemory, buildOccurrence, buildPage, buildPassage } from '../support/study-rows';
import { until } from '../support/until';

const { common } = WORDS.en;
const ANSWERS = 50;
const DAY_MS = 86_400_000;
const MEGABYTE = 1_000_000;
const NOTICE_MS = 2_000;

/** Questions that are due, each of another fact. */
function dueStudy(now: number): StudyRows {
  const dueAt = now - DAY_MS;
  const memory = buildMemory({
    phase: 'review',
    dueAt,
    lastReviewAt: dueAt - DAY_MS,
    stability: 1,
    difficulty: 5,
    reps: 2,
  });
  const exercises = Array.from({ length: ANSWERS }, (_, index) =>
    buildExercise({
      id: `exercise-${index}`,
      stem: { before: `Fact ${index}: water boils at 100 degrees `, after: ' at sea level.' },
      memory,
    }),
  );
  return { pages: [buildPage()], passages: [buildPassage()], occurrences: [buildOccurrence()], exercises };
}

const disk = mountSmallDisk(60);

describe.skipIf(disk === undefined)(
  'a disk that other programs fill up (only where a small one can be mounted)',
  () => {
    let study: Study;
    let dashboard: Page;

    const notice = (page: Page) => page.getByText(common['engine.disk-short']);
    /** The browser closes the database whenever a write finds no room, and ends with it whatever reads just then. */
    const reviews = async () =>
      (await until(
        () => study.extension.readTable('reviews').catch(() => undefined),
        (rows) => rows !== undefined,
      )) ?? [];
    /** Answers the question in view and waits until that is stored, unless the popup goes meanwhile. */
    const answer = async (popup: Page, exercises: readonly TableRows['exercises'][]) => {
      try {
        await reachQuestion(popup);
        const asked = await exerciseInView(popup, exercises);
        await giveAnswer(popup, asked, 'Celsius');
        await takeSuggestedRating(popup);
        await until(
          reviews,
          (rows) => popup.isClosed() || rows.some(({ exerciseId }) => exerciseId === asked.id),
        );
      } catch (error) {
        if (!popup.isClosed()) throw error;
      }
    };
    const passages = async () => (await study.extension.readTable('passages')).length;

    beforeAll(async () => {
      study = await startStudy({ profileDir: join(disk?.folder ?? '', 'profile') });
      dashboard = await study.extension.openPage('dashboard.html');
      await seedStudy(dashboard, dueStudy(Date.now()));
      await dashboard.reload();
    });

    afterAll(async () => {
      await study.end();
      disk?.unmount();
    });

    it('is spoken of within two seconds, and nothing new is kept', async () => {
      await dashboard.getByRole('heading', { level: 1 }).waitFor();
      expect(await notice(dashboard).count()).toBe(0);
      disk?.fill(6 * MEGABYTE);
      await notice(dashboard).waitFor({ timeout: NOTICE_MS });
      const before = await passages();
      await study.page.goto(study.site.url('course.test', '/bees.html'));
      await study.page.bringToFront();
      await readPage(study.page, { timeScale: TIME_SCALE });
      await study.extension.waitForTable('captureLog', (rows) =>
        rows.some((row) => row.decision === 'refused' && row.reason === 'disk-full'),
      );
      expect(await passages()).toBe(before);
    });

    it(`loses none of ${ANSWERS} answers, though not a byte is left`, async () => {
      const exercises = await study.extension.readTable('exercises');
      disk?.fill(0);
      let popup = await study.extension.openPopup(study.page);
      await notice(popup).waitFor({ timeout: NOTICE_MS });
      while ((await reviews()).length < ANSWERS) {
        // The browser's own word about a full disk takes the focus, once, and with it the popup.
        if (popup.isClosed()) popup = await study.extension.openPopup(study.page);
        await answer(popup, exercises);
      }
      expect(new Set((await reviews()).map(({ exerciseId }) => exerciseId)).size).toBe(ANSWERS);
      await popup.close();
    });

    it('goes on by itself when there is room again', async () => {
      disk?.tidy();
      const before = (await study.extension.waitForTable('passages', (rows) => rows.length > 0)).length;
      await notice(dashboard).waitFor({ state: 'hidden', timeout: NOTICE_MS });
      await study.page.goto(study.site.url('course.test', '/bees.html'));
      await readPage(study.page, { timeScale: TIME_SCALE });
      await study.extension.waitForTable('passages', (rows) => rows.length > before, 20_000);
      await study.extension.waitForTable('jobs', (rows) => rows.length === 0);
      expect((await study.extension.readTable('vectorChunks')).length).toBeGreaterThan(0);
    });
  },
);
