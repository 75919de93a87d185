import { basename, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type LaunchedExtension, launchExtension } from '@/tests/support/extension';
import { allowSite } from '@/tests/support/learner';
import { readPage, waitForReader } from '@/tests/support/reader';
import { type SiteServer, serveSite } from '@/tests/support/site-server';
import { answerQuestions } from './answers';
import { listCoursePages } from './course-pages';
import { takePictures } from './pictures';
import {
  describeCounts,
  describeExamples,
  describeExercises,
  describeInterests,
  type Study,
} from './summary';

export interface TourOptions {
  readonly folder: string;
  /** At most so many pages of it. */
  readonly pages?: number;
  /** When the command was given, on the clock of `performance`. */
  readonly startedAt: number;
}

const PICTURES = resolve(import.meta.dirname, '../../.output/tour');
const HOST = 'course.gleaner.test';
/** A tour reads this many times faster than a person; the extension divides its reading times by the same number. */
const TIME_SCALE = 60;
const SCREENS_PER_PAGE = 12;
const QUESTIONS = 5;
const UNDERSTANDING_MS = 120_000;
const MS_PER_SECOND = 1000;

const seconds = (ms: number) => `${(ms / MS_PER_SECOND).toFixed(1)} s`;

function printSection(title: string, lines: readonly string[]): void {
  console.log(`\n${title}`);
  for (const line of lines) console.log(`  ${line}`);
}

async function readCourse(page: Page, site: SiteServer, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const startedAt = performance.now();
    await page.goto(site.url(HOST, path));
    await waitForReader(page);
    await readPage(page, { timeScale: TIME_SCALE, maxScreens: SCREENS_PER_PAGE });
    console.log(`  ${seconds(performance.now() - startedAt)}  ${await page.title()}`);
  }
}

async function waitUntilUnderstood(extension: LaunchedExtension, pageCount: number): Promise<Study> {
  const pages = await extension.waitForTable('pages', (rows) => rows.length >= pageCount);
  const jobs = await extension.waitForTable(
    'jobs',
    (rows) => rows.every((job) => job.state === 'quarantined'),
    UNDERSTANDING_MS,
  );
  const [passages, occurrences, interests, exercises] = await Promise.all([
    extension.readTable('passages'),
    extension.readTable('occurrences'),
    extension.readTable('interests'),
    extension.readTable('exercises'),
  ]);
  return { pages, passages, occurrences, interests, exercises, jobs };
}

async function learn(
  extension: LaunchedExtension,
  site: SiteServer,
  paths: readonly string[],
): Promise<void> {
  await extension.changeSettings({ readingTimeScale: TIME_SCALE });
  const page = await extension.openTab(site.url(HOST, paths[0]));
  await allowSite(extension, page);
  console.log(`Allowed by the button in the popup: ${(await extension.allowedOrigins()).join(', ')}`);

  console.log('\nRead');
  await readCourse(page, site, paths);
  const readAt = performance.now();
  const study = await waitUntilUnderstood(extension, paths.length);
  console.log(
    `\nUnderstood ${seconds(performance.now() - readAt)} after the last page: ${describeCounts(study)}`,
  );
  printSection('Interests', describeInterests(study));
  printSection('Exercises', describeExercises(study));
  printSection('Some of them', describeExamples(study));
  printSection('Answers in the popup', await answerQuestions(extension, page, QUESTIONS));
  await takePictures(extension, page, PICTURES);
}

/** Does what a learner does, in a browser without a window, and prints what came of it. */
export async function takeTour({ folder, pages, startedAt }: TourOptions): Promise<void> {
  const paths = listCoursePages(folder, pages);
  if (paths.length === 0) throw new Error(`There are no pages to read in ${folder}.`);
  const [site, extension] = await Promise.all([serveSite(folder), launchExtension({ blockNetwork: true })]);
  console.log(
    `${paths.length} pages of ${basename(folder)}, read ${TIME_SCALE} times faster than a person reads.`,
  );
  try {
    await learn(extension, site, paths);
  } finally {
    await extension.close();
    await site.close();
  }
  console.log(`\nPictures are in .output/tour. The whole took ${seconds(performance.now() - startedAt)}.`);
}
