import { browser } from 'wxt/browser';

const PAGE = '/offscreen.html';

let opening: Promise<void> | undefined;

/** Opens the document that hosts the engine unless it is open. Calls at the same time share one opening. */
export function ensureOffscreenDocument(): Promise<void> {
  opening ??= openIfGone().finally(() => {
    opening = undefined;
  });
  return opening;
}

async function openIfGone(): Promise<void> {
  if (await isOpen()) return;
  try {
    await browser.offscreen.createDocument({
      url: PAGE,
      reasons: ['WORKERS'],
      justification: 'Runs the sentence model in workers, which a service worker cannot have.',
    });
  } catch (error) {
    // A worker that was stopped while opening leaves a document that its successor did not see yet.
    if (!(await isOpen())) throw error;
  }
}

async function isOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}
