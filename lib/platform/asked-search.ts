import * as v from 'valibot';
import { browser } from 'wxt/browser';

const KEY = 'asked-search';

/** Leaves words for the overview to search for. They go with the browser, and never into an address. */
export async function leaveAskedSearch(text: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: text });
}

/** The words that were left, once. */
export async function takeAskedSearch(): Promise<string | undefined> {
  const { [KEY]: left } = await browser.storage.session.get(KEY);
  await browser.storage.session.remove(KEY);
  return v.is(v.string(), left) ? left : undefined;
}
