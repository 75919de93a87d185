import type { SearchAnswer, SearchFilters } from '@/lib/domain/search/model';
import type { Reply } from '@/lib/messaging/protocol';
import type { LaunchedExtension } from './extension';

/** Asks as the extension's pages do: through the background, which has the engine answer. */
export async function askSearch(
  { inspector }: LaunchedExtension,
  text: string,
  filters: SearchFilters = {},
): Promise<SearchAnswer> {
  const message = { id: 1, type: 'search.ask', data: { text, filters, limit: 10 }, timestamp: 1 };
  const { res: reply } = await inspector.evaluate<{ res: Reply<SearchAnswer> }>(
    `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
  );
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}
