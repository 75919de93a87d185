import type { Frame, Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { LaunchedExtension } from './extension';

/** Chromium's events can be raised by the extension itself, by a method that its documentation leaves out. */
interface Raisable {
  dispatch(...args: unknown[]): void;
}

declare const chrome: Pick<typeof browser, 'action' | 'tabs' | 'scripting'> & {
  readonly contextMenus: { readonly onClicked: Raisable };
  readonly commands: { readonly onCommand: Raisable };
};

/** Selects everything in an element, as a person would with the mouse. */
export async function selectAll(frame: Page | Frame, selector: string): Promise<void> {
  await frame.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (element) getSelection()?.selectAllChildren(element);
  }, selector);
}

/** Selects from the start of one element to the end of another. */
export async function selectBetween(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([first, last]) => {
      const [start, end] = [document.querySelector(first ?? ''), document.querySelector(last ?? '')];
      if (start && end) getSelection()?.setBaseAndExtent(start, 0, end, end.childNodes.length);
    },
    [from, to],
  );
}

/**
 * A click that lets the extension into the page in front until it is left, as choosing an entry in a menu does. Neither the
 * menu nor a key of the browser can be pressed from outside, the icon in the toolbar can.
 */
export async function letIn(extension: LaunchedExtension, page: Page): Promise<void> {
  const popup = await extension.openPopup(page);
  await popup.close();
  await page.bringToFront();
}

/** Chooses "Learn this" in the menu over a frame of the tab in front: raises the browser's own event. */
export async function chooseLearn(
  extension: LaunchedExtension,
  page: Page,
  frame = page.mainFrame(),
): Promise<void> {
  const worker = await extension.serviceWorker();
  await worker.evaluate(
    async ([pageUrl, frameUrl]) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const target = { tabId: tab?.id ?? 0, allFrames: true };
      const answers = await chrome.scripting
        .executeScript({ target, func: () => location.href })
        .catch(() => []);
      const frameId = answers.find(({ result }) => result === frameUrl)?.frameId;
      const isInner = frameUrl !== pageUrl;
      chrome.contextMenus.onClicked.dispatch(
        {
          menuItemId: 'learn-selection',
          editable: false,
          pageUrl,
          // A frame that we are not let into has a number all the same.
          frameId: isInner ? (frameId ?? 999) : 0,
          ...(isInner && { frameUrl }),
        },
        tab,
      );
    },
    [page.url(), frame.url()],
  );
}

/** Presses the shortcut of "Learn this" over the tab in front. */
export async function pressLearn(extension: LaunchedExtension): Promise<void> {
  const worker = await extension.serviceWorker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('learn-selection', tab);
  });
}

/** What the icon shows over the tab in front. */
export async function badgeOver(extension: LaunchedExtension): Promise<string> {
  const worker = await extension.serviceWorker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
  });
}
