import { handle, send } from '@/lib/messaging/bus';
import { ensureOffscreenDocument } from '@/lib/platform/offscreen';

/** Questions about what was read go to the engine, which is started when it does not run. */
export function listenToSearches(): void {
  handle('search.ask', async (request) => {
    await ensureOffscreenDocument();
    return send('engine.search', request);
  });
}
