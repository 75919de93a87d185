import type { CDPSession } from 'playwright-core';
import { attachTo, type DebugTarget } from './debug-target';
import { closeEngine, tell } from './engine-work';
import type { LaunchedExtension } from './extension';
import { type Haste, hastenTimers } from './hasten-timers';
import { until } from './until';

/** The engine in its own document, seen through the browser's debugger. */
export interface OffscreenEngine {
  /** The engine's document, opened when there is none. */
  document(): Promise<DebugTarget>;
  /** How many workers of the document run now; the threads of the inference runtime are not counted. */
  countWorkers(): Promise<number>;
  /** Starts the document anew with timers that go off earlier than they are set for. */
  hasten(haste: Haste): Promise<void>;
  /** Whether the document is there; unlike `document`, does not open it. */
  isOpen(): Promise<boolean>;
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
  const openDocument = async () => {
    if (!(await findDocument())) await tell(extension, 'study.try-again', null);
    const document = await findDocument();
    if (document === undefined) throw new Error('The engine has no document.');
    return attach(document.targetId);
  };
  return {
    document: openDocument,
    async hasten(haste) {
      const document = await openDocument();
      const source = `(${hastenTimers})(${JSON.stringify(haste)})`;
      await document.send('Page.enable');
      await document.send('Page.addScriptToEvaluateOnNewDocument', { source });
      await document.send('Page.reload');
      const isHastened = `globalThis.isHastened === true && document.readyState === 'complete'`;
      await until(() => document.evaluate<boolean>(isHastened).catch(() => false), Boolean);
    },
    isOpen: async () => (await findDocument()) !== undefined,
    async countWorkers() {
      const document = await findDocument();
      const isOwn = ({ type, parentId }: { type: string; parentId?: string }) =>
        type === 'worker' && parentId === document?.targetId;
      return (await targets()).filter(isOwn).length;
    },
    close: () => closeEngine(extension),
  };
}
