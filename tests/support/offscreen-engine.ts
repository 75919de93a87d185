import type { CDPSession } from 'playwright-core';
import { attachTo, type DebugTarget } from './debug-target';
import { closeEngine, tell } from './engine-work';
import type { LaunchedExtension } from './extension';

/** The engine in its own document, seen through the browser's debugger. */
export interface OffscreenEngine {
  /** The engine's document, opened when there is none. */
  document(): Promise<DebugTarget>;
  /** Workers of the document that run now; the threads of the inference runtime are not among them. */
  workers(): Promise<DebugTarget[]>;
  close(): Promise<void>;
}

export async function watchOffscreenEngine(extension: LaunchedExtension): Promise<OffscreenEngine> {
  const session = await extension.context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('The browser is gone.');
  const attached = new Map<string, Promise<DebugTarget>>();
  const targets = async () => (await session.send('Target.getTargets')).targetInfos;
  const findDocument = async () => (await targets()).find(({ type }) => type === 'background_page');
  const attach = (targetId: string) => {
    const target = attached.get(targetId) ?? attachTo(session as CDPSession, targetId);
    attached.set(targetId, target);
    return target;
  };
  return {
    async document() {
      if (!(await findDocument())) await tell(extension, 'study.try-again', null);
      const document = await findDocument();
      if (document === undefined) throw new Error('The engine has no document.');
      return attach(document.targetId);
    },
    async workers() {
      const document = await findDocument();
      const own = (await targets()).filter(
        ({ type, parentId }) => type === 'worker' && parentId === document?.targetId,
      );
      return Promise.all(own.map(({ targetId }) => attach(targetId)));
    },
    close: () => closeEngine(extension),
  };
}
