import type { Search, SearchRequest } from '@/lib/app/ports/search';
import { handle } from '@/lib/messaging/bus';
import { sendToEngine } from './engine-line';

/** The engine, which is started when it does not run. */
export type EngineSearch = ReturnType<typeof createEngineSearch>;

export function createEngineSearch() {
  const reply = (request: SearchRequest) => sendToEngine('engine.search', request);
  const ask: Search['ask'] = async (request) => {
    const answer = await reply(request);
    if (answer.ok) return answer.value;
    throw new Error(answer.error.code);
  };
  return { reply, ask };
}

/** Questions of the extension's pages about what was read. */
export function listenToSearches({ reply }: EngineSearch): void {
  handle('search.ask', reply);
}
