import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { TableRows } from '@/lib/storage/schema';
import type { LaunchOptions } from './browser-launch';
import { type LaunchedExtension, launchExtension } from './extension';
import { allowSite, WORDS } from './learner';
import { readPage, waitForReader } from './reader';
import { type SiteContent, type SiteServer, serveSite } from './site-server';

const COURSE = resolve(import.meta.dirname, '../fixtures/course');
export const TIME_SCALE = 40;
const HOST = 'course.test';

export interface Study {
  readonly extension: LaunchedExtension;
  readonly site: SiteServer;
  readonly page: Page;
  end(): Promise<void>;
}

export interface StudyOptions extends LaunchOptions {
  readonly content?: SiteContent;
  /** How much faster than a person the course is read. */
  readonly timeScale?: number;
}

/** A fresh browser in which a site was opened and allowed by its real button, and nothing was read yet. */
export async function startStudy(options: StudyOptions = {}): Promise<Study> {
  const words = options.language?.startsWith('zh') ? WORDS.zh : WORDS.en;
  const [site, extension] = await Promise.all([
    serveSite(options.content ?? COURSE),
    launchExtension(options),
  ]);
  await extension.changeSettings({ readingTimeScale: options.timeScale ?? TIME_SCALE });
  const page = await extension.openTab(site.url(HOST));
  await allowSite(extension, page, words);
  const end = async () => {
    await extension.close();
    await site.close();
  };
  return { extension, site, page, end };
}

/** Reads pages of the course from top to bottom, in the one tab. */
export async function read({ page, site }: Study, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(site.url(HOST, path));
    await waitForReader(page);
    await readPage(page, { timeScale: TIME_SCALE });
  }
}

/** Resolves with the exercises when `pageCount` pages were read and no job waits any more. */
export async function waitForExercises(
  { extension }: Study,
  pageCount: number,
): Promise<TableRows['exercises'][]> {
  await extension.waitForTable('pages', (rows) => rows.length >= pageCount);
  await extension.waitForTable('jobs', (rows) => rows.length === 0);
  return extension.readTable('exercises');
}
