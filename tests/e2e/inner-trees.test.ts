import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { allowSite } from '../support/learner';
import { readPage } from '../support/reader';
import { type SiteServer, serveSite } from '../support/site-server';

const TIME_SCALE = 40;

const PAGES = {
  '/host.html': `<!doctype html><html lang="en"><body><main><h1>Heat</h1>
    <p>The outer page says that heat flows from warm to cold.</p>
    <x-card><template shadowrootmode="open"><p>A shadow root says that entropy never falls by itself.</p><slot></slot>
      </template><p>What is put into a slot says that work is energy in transit.</p></x-card>
    <iframe src="/frame.html" style="width: 700px; height: 300px"></iframe>
    <div style="height: 3000px"></div><p>Far below stands what nobody has scrolled to as yet.</p></main></body></html>`,
  '/frame.html': `<!doctype html><html lang="en"><body><h2>Cold</h2><p>A frame says that nothing is colder than absolute zero.</p>
    <div style="height: 2000px"></div><p>Far below in the frame stands what it does not show.</p>
    <script>setTimeout(() => document.querySelector('h2').insertAdjacentHTML('afterend', '<p>Late in the frame comes that helium stays liquid.</p>'), 1500)</script>
    </body></html>`,
};

let site: SiteServer;
let extension: LaunchedExtension;

beforeAll(async () => {
  site = await serveSite(PAGES);
  extension = await launchExtension();
  await extension.changeSettings({ readingTimeScale: TIME_SCALE });
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

it('keeps what was read in shadow roots and frames of an allowed site, and only what they showed', async () => {
  const tab = await extension.openTab(site.url('course.test', '/host.html'));
  await allowSite(extension, tab);
  await readPage(tab, { timeScale: TIME_SCALE, maxScreens: 1 });
  const passages = await extension.waitForTable('passages', (rows) => rows.length === 5, 20_000);
  expect(passages.map(({ text }) => text.split(' says ')[0]).sort()).toEqual([
    'A frame',
    'A shadow root',
    'Late in the frame comes that helium stays liquid.',
    'The outer page',
    'What is put into a slot',
  ]);
  const occurrences = await extension.readTable('occurrences');
  const inFrame = passages.find(({ text }) => text.startsWith('A frame'));
  expect(occurrences.find(({ passageId }) => passageId === inFrame?.id)?.headingPath).toEqual([
    'Heat',
    'Cold',
  ]);
  expect(await extension.readTable('pages')).toMatchObject([{ url: site.url('course.test', '/host.html') }]);
});
