import { once } from 'node:events';
import type { SiteServer } from '@/tests/support/site-server';
import { spawnPiped } from './cdp-pipe';

export interface OpenCourseOptions {
  readonly browser: string;
  readonly extensionDir: string;
  /** Kept between starts, so that a learner's reading stays. */
  readonly profileDir: string;
  readonly site: SiteServer;
  readonly headless?: boolean;
}

/** Resolves to loopback in every browser, without a flag. */
const HOST = 'course.localhost';

/** Opens a browser with the extension, its welcome page and the course; resolves when the learner closes it. */
export async function openCourse(options: OpenCourseOptions): Promise<void> {
  const browser = spawnPiped(options.browser, [
    '--enable-unsafe-extension-debugging',
    `--user-data-dir=${options.profileDir}`,
    '--no-first-run',
    '--no-default-browser-check',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    options.site.url(HOST),
  ]);
  const { id } = await browser.send('Extensions.loadUnpacked', { path: options.extensionDir });
  await browser.send('Target.createTarget', { url: `chrome-extension://${id}/welcome.html` });
  console.log(`The course is at ${options.site.url(HOST)}; close the browser to end.`);
  await once(browser.process, 'exit');
  await options.site.close();
}
