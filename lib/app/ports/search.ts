import type { SearchAnswer, SearchRequest } from '@/lib/domain/search/model';

export type { SearchAnswer, SearchRequest };

/** Finds what was read, by meaning and by words, in both languages. */
export interface Search {
  /** @throws when the engine cannot be reached */
  ask(request: SearchRequest): Promise<SearchAnswer>;
}
