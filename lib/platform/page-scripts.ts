import { browser } from 'wxt/browser';
import type { PlaceInTab } from '@/lib/app/ports/page-scripts';

type PageScript = '/selection.js' | '/notice.js' | '/source-mark.js';

/**
 * Runs a script once in a frame of a tab, or in all frames, and returns what it answers in each. Empty where the browser
 * forbids it: on its own pages, and on sites that were not allowed unless the learner just asked for something there.
 */
export async function runInPage(script: PageScript, { tabId, frameId }: PlaceInTab): Promise<unknown[]> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  try {
    const answers = await browser.scripting.executeScript({ target, files: [script] });
    return answers.map(({ result }) => result);
  } catch {
    return [];
  }
}
