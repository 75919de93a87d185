import type { Page } from 'playwright-core';
import type { Stage } from '@/lib/capture/stage';
import { expectedReadingMs } from '@/lib/domain/reading/engagement';
import { findWorlds } from './page-worlds';
import { until } from './until';

/** Says in the world of our scripts how far they have come. */
export const STAGE = 'globalThis.gleanerStage';

export interface ReadingPace {
  /** How much faster than a person; the same as the setting `readingTimeScale`. */
  readonly timeScale: number;
  /** Screens to read of a long page. */
  readonly maxScreens?: number;
}

/** Share of a screen that a turn of the wheel moves, so that a block cut in two is whole on the next screen. */
const SCROLL_SHARE = 0.6;
/** The shortest look at a screen that a scaled-down dwell time can be measured in. */
const SHORTEST_LOOK_MS = 250;

const SIGN_EVERY_MS = 100;

/** Runs in the page. */
function textInView(): string {
  const inView = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const blocks = document.querySelectorAll('h1, h2, h3, p, li, dd, td, pre, blockquote, figcaption');
  return [...blocks]
    .filter((block) => inView(block) && block.querySelector('p, li, pre') === null)
    .map((block) => block.textContent)
    .join('\n');
}

const atEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1;

async function lookAtScreen(page: Page, timeScale: number): Promise<void> {
  const neededMs = expectedReadingMs(await page.evaluate(textInView)) * SCROLL_SHARE;
  await page.waitForTimeout(Math.max(neededMs / timeScale, SHORTEST_LOOK_MS));
}

/** Signs of a learner in a page, for as long as a few reports take: where nothing is to happen, nothing can be waited for. */
export async function lookOn(page: Page, signs = 10): Promise<void> {
  for (let sign = 0; sign < signs; sign += 1) {
    await page.mouse.move(sign, sign);
    await page.waitForTimeout(SIGN_EVERY_MS);
  }
}

/** Resolves when the reader is in the page, which takes a moment after the page is there or its site was allowed. */
export async function waitForReader(page: Page): Promise<void> {
  await until(
    () => stageIn(page),
    (stage) => stage === 'reader',
  );
}

/** How far our scripts have come in the top frame; undefined where there is none of them. */
export async function stageIn(page: Page): Promise<Stage | undefined> {
  const { worlds, close } = await findWorlds(page);
  const stages = await Promise.all(worlds.map((world) => world.evaluate(STAGE)));
  await close();
  return (['reader', 'scout'] as const).find((stage) => stages.includes(stage));
}

/** Reads the page in the active tab from top to bottom with the mouse wheel, at the speed of an average reader times the scale. */
export async function readPage(page: Page, pace: ReadingPace): Promise<void> {
  const viewport = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(viewport.width / 2, viewport.height / 2);
  for (let screen = 1; ; screen += 1) {
    await lookAtScreen(page, pace.timeScale);
    if (screen === pace.maxScreens || (await page.evaluate(atEnd))) return;
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, viewport.height * SCROLL_SHARE);
    await page.waitForFunction((from) => scrollY !== from, before);
  }
}
