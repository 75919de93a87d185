import { keptPassageAddress } from '@/lib/domain/reading/kept-passage-address';
import { siteOf } from '@/lib/domain/reading/site';
import { ASKED_SEARCH_ADDRESS } from '@/lib/domain/search/asked-search-address';
import { excerptAtTerms } from '@/lib/domain/search/excerpt';
import { passageIdStart, suggestionContent } from '@/lib/domain/search/suggestion-content';
import type { TextLanguage } from '@/lib/domain/text/language';
import type { ReadingSuggestion } from './ports/address-bar';
import type { FoundPassages } from './ports/found-passages';
import type { Search } from './ports/search';
import type { TabPlace } from './ports/source-tabs';
import { type ShowSourcePorts, showSource } from './show-source';

export interface SuggestPorts {
  readonly search: Search;
  readonly found: FoundPassages;
}

export interface OpenPorts {
  readonly found: FoundPassages;
  readonly sources: ShowSourcePorts;
  /** Leaves words for the overview to search for. */
  readonly leaveAsked: (text: string) => Promise<void>;
}

/** More do not fit under an address bar beside the browser's own line. */
const SUGGESTIONS = 5;
const LONGEST_QUESTION = 500;
/** An address bar has one line, which the title shares. */
const EXCERPT_CHARS: Readonly<Record<TextLanguage, number>> = { en: 80, zh: 40, other: 60 };

/** Passages that come close to what is being typed, best first. */
export async function suggestReading(
  { search, found }: SuggestPorts,
  typed: string,
): Promise<ReadingSuggestion[]> {
  const text = typed.slice(0, LONGEST_QUESTION).toWellFormed().trim();
  if (text === '') return [];
  const { hits } = await search.ask({ text, filters: {}, limit: SUGGESTIONS });
  const passages = await found.load(hits.map(({ passageId }) => passageId));
  return passages.map(({ passage, page }) => {
    const terms = hits.find(({ passageId }) => passageId === passage.id)?.terms ?? [];
    const { lang } = passage;
    return {
      content: suggestionContent(page.title, passage.id),
      excerpt: excerptAtTerms(passage.text, terms, { lang, chars: EXCERPT_CHARS[lang] }),
      title: page.title,
    };
  });
}

/**
 * Opens what the learner chose: a passage in its page, or as it was kept when it has none on the web; words of the
 * learner's own are searched for in the overview.
 */
export async function openSuggestion(ports: OpenPorts, entered: string, place: TabPlace): Promise<void> {
  const { found, sources } = ports;
  const passageId = await found.complete(passageIdStart(entered) ?? '');
  const [chosen] = passageId === undefined ? [] : await found.load([passageId]);
  if (chosen === undefined) {
    const text = entered.trim();
    if (text !== '') await ports.leaveAsked(text.slice(0, LONGEST_QUESTION));
    await sources.tabs.open(text === '' ? 'dashboard.html#/reading' : ASKED_SEARCH_ADDRESS, place);
    return;
  }
  const { passage, page } = chosen;
  if (siteOf(page.url) === undefined)
    await sources.tabs.open(keptPassageAddress(page.id, passage.id, 'kept'), place);
  else await showSource(sources, { passageId: passage.id, pageId: page.id }, place);
}
