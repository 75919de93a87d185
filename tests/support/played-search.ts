import type { Search, SearchAnswer, SearchRequest } from '@/lib/app/ports/search';

export interface PlayedSearch extends Search {
  /** What it was asked, in order. */
  readonly asked: SearchRequest[];
  /** Answers the question that has waited longest. */
  answer(answer: Partial<SearchAnswer>): void;
  /** Fails it. */
  fail(): void;
}

interface Waiting {
  resolve(answer: SearchAnswer): void;
  reject(error: Error): void;
}

/** An engine that answers when the test says so. */
export function playSearch(): PlayedSearch {
  const asked: SearchRequest[] = [];
  const waiting: Waiting[] = [];
  const next = () => {
    const first = waiting.shift();
    if (first === undefined) throw new Error('Nothing was asked');
    return first;
  };
  return {
    asked,
    ask: (request) => {
      asked.push(request);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    answer: (answer) => next().resolve({ hits: [], tier: 'hybrid', ...answer }),
    fail: () => next().reject(new Error('unreachable')),
  };
}

/** A hit as the engine reports it. */
export function hit(passageId: string, ...terms: string[]) {
  return { passageId, score: 1, terms };
}
