import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { newestOnly } from '@/lib/app/newest-only';
import type { FoundPassage, FoundPassages } from '@/lib/app/ports/found-passages';
import type { Search, SearchAnswer } from '@/lib/app/ports/search';
import type { LexicalReason, SearchFilters, SearchHit } from '@/lib/domain/search/model';
import type { Live } from '@/lib/ui/live-signal';
import { switchingSignal } from './switching-signal';

export interface SearchQuestion {
  readonly text: string;
  readonly filters: SearchFilters;
}

/** A passage that was found, and the words for which. */
export interface SearchResult extends FoundPassage {
  readonly terms: readonly string[];
}

export interface SearchResults {
  /** The question that they answer, which may not be the one that is typed by now. */
  readonly question: SearchQuestion;
  /** Best first. */
  readonly passages: readonly SearchResult[];
  /** Why only words were searched; absent when meaning was, too. */
  readonly wordsOnly: LexicalReason | undefined;
}

/** `slow` when an answer is taking long enough to say so. */
export type SearchProgress = 'idle' | 'asking' | 'slow' | 'failed';

interface Answered {
  readonly question: SearchQuestion;
  readonly answer: SearchAnswer;
}

const HITS_AT_MOST = 30;
const SLOW_MS = 1_000;
const FIRST_RETURN_MS = 2_000;
const LONGEST_RETURN_MS = 30_000;

/** Puts the learner's question to the engine: one at a time, the newest always, and older answers never replace newer ones. */
export class SearchModel {
  /** Follows the database: what is forgotten is gone from them. Absent before the first answer. */
  readonly results: ReadonlySignal<Live<SearchResults | undefined>>;
  readonly progress: ReadonlySignal<SearchProgress>;
  readonly #ask: (question: SearchQuestion) => Promise<SearchAnswer | undefined>;
  readonly #answered: Signal<Answered | undefined> = signal(undefined);
  readonly #progress: Signal<SearchProgress> = signal('idle');
  #current: SearchQuestion | undefined;
  #untilSlow: ReturnType<typeof setTimeout> | undefined;
  #untilReturn: ReturnType<typeof setTimeout> | undefined;

  constructor(search: Search, found: Pick<FoundPassages, 'load'>) {
    this.progress = this.#progress;
    this.#ask = newestOnly(({ text, filters }) => search.ask({ text, filters, limit: HITS_AT_MOST }));
    this.results = switchingSignal(() => {
      const answered = this.#answered.value;
      return async () => answered && loadResults(found, answered);
    });
  }

  /** Undefined takes question and results back. */
  ask(question: SearchQuestion | undefined): void {
    clearTimeout(this.#untilSlow);
    clearTimeout(this.#untilReturn);
    this.#current = question;
    if (question === undefined) {
      this.#end(undefined, 'idle');
      return;
    }
    this.#progress.value = 'asking';
    this.#untilSlow = setTimeout(() => {
      this.#progress.value = 'slow';
    }, SLOW_MS);
    void this.#put(question, FIRST_RETURN_MS);
  }

  /** Asks the same once more, after it failed. */
  askAgain(): void {
    this.ask(this.#current);
  }

  async #put(question: SearchQuestion, returnMs: number): Promise<void> {
    try {
      const answer = await this.#ask(question);
      if (answer === undefined || this.#current !== question) return;
      this.#end({ question, answer }, 'idle');
      if (answer.reason === 'starting') this.#return(question, returnMs);
    } catch {
      if (this.#current !== question) return;
      // An answer that was only to be bettered stays.
      if (this.#answered.peek()?.question === question) this.#return(question, returnMs);
      else this.#end(undefined, 'failed');
    }
  }

  #end(answered: Answered | undefined, progress: SearchProgress): void {
    clearTimeout(this.#untilSlow);
    batch(() => {
      this.#answered.value = answered;
      this.#progress.value = progress;
    });
  }

  /** The model is still starting: later there is a better answer, without anybody asking for it. */
  #return(question: SearchQuestion, returnMs: number): void {
    const nextMs = Math.min(2 * returnMs, LONGEST_RETURN_MS);
    this.#untilReturn = setTimeout(() => void this.#put(question, nextMs), returnMs);
  }
}

async function loadResults(
  found: Pick<FoundPassages, 'load'>,
  { question, answer }: Answered,
): Promise<SearchResults> {
  const hits = new Map<string, SearchHit>(answer.hits.map((hit) => [hit.passageId, hit]));
  const passages = await found.load([...hits.keys()]);
  return {
    question,
    passages: passages.map((one) => ({ ...one, terms: hits.get(one.passage.id)?.terms ?? [] })),
    wordsOnly: answer.tier === 'lexical' ? (answer.reason ?? 'starting') : undefined,
  };
}
