import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requireBrowser } from './browser-finder.mjs';
import { prepareProject } from './install.mjs';
import { buildExtension, ROOT, runScript } from './project.mjs';

const USAGE = 'Usage: npm start [-- --site DIR] [--pages N] [--headless]';

function readArguments() {
  const { values } = parseArgs({
    options: { site: { type: 'string' }, pages: { type: 'string' }, headless: { type: 'boolean' } },
  });
  const pages = values.pages === undefined ? undefined : Number.parseInt(values.pages, 10);
  if (Number.isNaN(pages)) throw new Error(`--pages takes a number. ${USAGE}`);
  return { folder: resolve(values.site ?? resolve(ROOT, 'demo')), pages, headless: values.headless === true };
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

await runScript(async () => {
  const startedAt = performance.now();
  const { folder, pages, headless } = readArguments();
  const shown = hasDisplay() && !headless;
  prepareProject();
  const browser = requireBrowser({ branded: shown, fonts: true });
  console.log('Building the extension.');
  buildExtension();
  const { importTypeScript } = await import('./run-typescript.mjs');
  if (shown) {
    const { openCourse } = await importTypeScript('scripts/tour/open-course.ts');
    await openCourse({ browser: browser.path, folder });
  } else {
    const { takeTour } = await importTypeScript('scripts/tour/take-tour.ts');
    await takeTour({ folder, pages, startedAt });
  }
});
