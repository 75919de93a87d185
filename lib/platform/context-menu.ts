import { browser } from 'wxt/browser';

/** Also the name of the keyboard shortcut in the manifest. */
const LEARN_SELECTION = 'learn-selection';

/** Where the learner asked to learn what is selected. Without a frame, wherever the selection is. */
export interface LearnClick {
  readonly tabId: number;
  readonly tabUrl: string | undefined;
  readonly frameId?: number;
  readonly frameUrl?: string | undefined;
}

/** Puts the entry into the menu of selected text on pages of the web, or calls it otherwise when it is there. */
export async function offerLearnSelection(title: string): Promise<void> {
  try {
    await browser.contextMenus.update(LEARN_SELECTION, { title });
  } catch {
    browser.contextMenus.create({
      id: LEARN_SELECTION,
      title,
      contexts: ['selection'],
      documentUrlPatterns: ['https://*/*', 'http://*/*'],
    });
  }
}

/** Calls back when the learner chose the entry or pressed the shortcut. To be called in the worker's first turn. */
export function onLearnSelection(listener: (click: LearnClick) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId, frameUrl, pageUrl }, tab) => {
    if (menuItemId !== LEARN_SELECTION || tab?.id === undefined) return;
    listener({ tabId: tab.id, tabUrl: tab.url ?? pageUrl, frameId: frameId ?? 0, frameUrl });
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === LEARN_SELECTION && tab?.id !== undefined) listener({ tabId: tab.id, tabUrl: tab.url });
  });
}
