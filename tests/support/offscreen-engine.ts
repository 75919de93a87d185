import type { CDPSession } from 'playwright-core';
import { attachTo, type DebugTarget } from './debug-target';
import { closeEngine, tell } from './engine-work';
import type { LaunchedExtension } from './extension';

/** The engine in its own document, seen through the browser's debugger. */
export interface OffscreenEngine {
  /** The engine's document, opened when there is none. */
  document(): Promise<DebugTarget>;
  /** How many workers of the document run now; the threads of the inference runtime are not counted. */
  countWorkers(): Promise<number>;
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
    async countWorkers() {
      const document = await findDocument();
      const isOwn = ({ type, parentId }: { type: string; parentId?: string }) =>
        type === 'worker' && parentId === document?.targetId;
      return (await targets()).filter(isOwn).length;
    },
    close: () => closeEngine(extension),
  };
}
