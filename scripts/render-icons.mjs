/**
 * Draws the mark, an ear of grain, and writes it to `public/icon/` in every size and state. To be run by hand after a
 * change to the drawing: `node scripts/render-icons.mjs`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { requireBrowser } from './browser-finder.mjs';

const SIZES = [16, 32, 48, 128];
const FOLDER = join(import.meta.dirname, '../public/icon');

/** Both stand out from light and from dark toolbars. */
const GREEN = '#35885f';
const GREY = '#757e76';

/** Drawn on a grid of 16 units with one stroke weight. */
const GRID = 16;
const WEIGHT = 1;

/** A seed from its foot to its tip, as wide as given in its middle. */
function drawKernel([x1, y1], [x2, y2], width) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [nx, ny] = [((y1 - y2) / length) * width, ((x2 - x1) / length) * width];
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return `M${x1} ${y1}Q${mx + nx} ${my + ny} ${x2} ${y2}Q${mx - nx} ${my - ny} ${x1} ${y1}Z`;
}

/** One seed at the top and two pairs below it, around a stem at `axis`. */
function drawEar(axis) {
  const pair = (foot, tip) =>
    [-1, 1].map((side) => drawKernel([axis + side * 0.6, foot], [axis + side * 5.6, tip], 3.2)).join('');
  return {
    kernels: drawKernel([axis, 5.7], [axis, 0.6], 3) + pair(9.6, 4.5) + pair(13.8, 8.7),
    stem: `M${axis} 15.5V5.7`,
  };
}

/** The ear is filled and green while reading, an outline when off, and filled but grey behind a bar when paused. */
function drawMark(state, size) {
  // On the smallest grid a stem of one unit is sharp only in the middle of a pixel.
  const { kernels, stem } = drawEar(size === GRID ? 7.5 : 8);
  const colour = state === 'reading' ? GREEN : GREY;
  const fill = state === 'off' ? 'none' : colour;
  const bar = state === 'paused' ? 'M1.8 14.2L14.2 1.8' : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${GRID} ${GRID}"
      fill="none" stroke="${colour}" stroke-width="${WEIGHT}" stroke-linecap="round" stroke-linejoin="round">
    <mask id="gap"><path fill="#fff" stroke="none" d="M0 0H16V16H0Z"/><path stroke="#000" stroke-width="3.4" d="${bar}"/></mask>
    <g mask="url(#gap)"><path d="${stem}"/><path d="${kernels}" fill="${fill}" ${state === 'off' ? '' : 'stroke="none"'}/></g>
    <path stroke-width="1.5" d="${bar}"/></svg>`;
}

const browser = await chromium.launch({ executablePath: requireBrowser().path, args: ['--no-sandbox'] });
const page = await browser.newPage();
await mkdir(FOLDER, { recursive: true });
for (const state of ['reading', 'paused', 'off']) {
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawMark(state, size)}`);
    const name = state === 'reading' ? `${size}.png` : `${state}-${size}.png`;
    await page.screenshot({ path: join(FOLDER, name), omitBackground: true });
  }
}
await browser.close();
