import type { CDPSession, Page } from 'playwright-core';

/** The world in which scripts of an extension run in a page: its globals are its own, the document is shared. */
export interface ExtensionWorld {
  /** Runs code as a script of the extension would. Undefined once the world is gone. */
  evaluate(expression: string): Promise<unknown>;
  /** Names of the events that scripts of this world listen to on the window and the document. */
  listensTo(): Promise<string[]>;
}

/** The worlds of extensions in the top frame of a page, those of versions that were replaced included. */
export async function findWorlds(
  page: Page,
): Promise<{ worlds: ExtensionWorld[]; close: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const ids: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const isInTopFrame = Object(context.auxData).frameId === frameTree.frame.id;
    if (isInTopFrame && context.origin.startsWith('chrome-extension://')) ids.push(context.id);
  });
  // The contexts that are there are told before the reply.
  await session.send('Runtime.enable');
  return { worlds: ids.map((id) => worldOf(session, id)), close: () => session.detach() };
}

function worldOf(session: CDPSession, contextId: number): ExtensionWorld {
  const evaluate = async (expression: string) => {
    const options = { expression, contextId, awaitPromise: true, returnByValue: true };
    const answer = await session.send('Runtime.evaluate', options).catch(() => undefined);
    return answer?.result.value;
  };
  const listenersOn = async (expression: string) => {
    const { result } = await session.send('Runtime.evaluate', { expression, contextId });
    if (result.objectId === undefined) return [];
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    return listeners.map(({ type }) => type);
  };
  return {
    evaluate,
    listensTo: async () => [...(await listenersOn('window')), ...(await listenersOn('document'))],
  };
}
