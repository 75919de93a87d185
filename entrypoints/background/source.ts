import {
  concludeSource,
  findInLoadedPage,
  resumeSources,
  type ShowSourcePorts,
  showSource,
} from '@/lib/app/show-source';
import { handle, send } from '@/lib/messaging/bus';
import { DONE, refusal } from '@/lib/messaging/protocol';
import { pendingSourceSchema } from '@/lib/messaging/source-schemas';
import { runNoted } from '@/lib/platform/logger';
import { createTabValues } from '@/lib/platform/session-values';
import { createSourceTabs, onPageLoaded } from '@/lib/platform/source-tabs';
import { createSourceStore } from '@/lib/storage/source-store';
import type { BackgroundParts } from './parts';

export function createSourcePorts({ db, reading: { sites, now } }: BackgroundParts): ShowSourcePorts {
  const tabs = createSourceTabs({
    pending: createTabValues('source', pendingSourceSchema),
    ask: async (tabId, wanted) => (await send('source.mark', wanted, { tabId, frameId: 0, attempts: 1 })).ok,
  });
  return { sources: createSourceStore(db), tabs, sites, now };
}

/** "Show source": the way from an exercise or a kept passage back to its page. */
export function listenToSources(ports: ShowSourcePorts): void {
  handle('source.show', async (request) => {
    const shown = await showSource(ports, request);
    return shown.ok ? DONE : refusal('unexpected', 'the passage is gone');
  });
  handle('source.told', async ({ found }, { tab, frameId }) => {
    if (tab?.id !== undefined && frameId === 0) await concludeSource(ports, tab.id, found);
    return DONE;
  });
  onPageLoaded((tabId) => runNoted('source.find', () => findInLoadedPage(ports, tabId)));

  // What was missed while the worker was not running.
  runNoted('source.resume', () => resumeSources(ports));
}
