import { once } from 'node:events';
import { resolve } from 'node:path';
import { serveSite } from '@/tests/support/site-server';
import { spawnPiped } from './cdp-pipe';

const OUTPUT = resolve(import.meta.dirname, '../../.output');

/** Leads to this machine in every browser, without a flag. */
const HOST = 'course.localhost';

/**
 * Opens a browser with the extension, its welcome page and the course; resolves when the learner closes it. The profile
 * is kept between starts, and with it all that was read.
 */
export async function openCourse({ browser, folder }: { browser: string; folder: string }): Promise<void> {
  const site = await serveSite(folder);
  const course = site.url(HOST);
  const { process: child, send } = spawnPiped(browser, [
    '--enable-unsafe-extension-debugging',
    `--user-data-dir=${resolve(OUTPUT, 'profile')}`,
    '--no-first-run',
    '--no-default-browser-check',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    course,
  ]);
  await send('Extensions.loadUnpacked', { path: resolve(OUTPUT, 'chrome-mv3') });
  console.log(`The course is at ${course} . Close the browser to end.`);
  if (child.exitCode === null) await once(child, 'exit');
  await site.close();
}
