import type { Draft } from './draft';
import { foldAnswer } from './grading/fold-answer';
import type { Exercise } from './model';

export interface ScoredDraft extends Draft {
  /** Worth of sentence and blank together. */
  readonly score: number;
}

export interface SelectionLimits {
  readonly perPassage: number;
  readonly perPage: number;
}

/**
 * Takes the best drafts while spreading them over the page: the page is cut into as many stretches as exercises are
 * wanted, each gives its best draft, and what is still free goes to the best of the rest. No two exercises of a page ask
 * for the same key or come from the same sentence, and what is stored already counts towards both limits.
 *
 * @param drafts in page order
 * @returns chosen drafts in page order
 */
export function selectDrafts(
  drafts: readonly ScoredDraft[],
  stored: readonly Exercise[],
  limits: SelectionLimits,
): ScoredDraft[] {
  const selection = new Selection(stored, limits);
  for (const stretch of stretchesOf(drafts, limits.perPage)) {
    byScore(stretch).some((draft) => selection.take(draft));
  }
  for (const draft of byScore(drafts)) selection.take(draft);
  return drafts.filter((draft) => selection.holds(draft));
}

class Selection {
  readonly #taken = new Set<ScoredDraft>();
  readonly #perPassage = new Map<string, number>();
  readonly #keys = new Set<string>();
  readonly #sentences = new Set<string>();
  #room: number;

  constructor(
    stored: readonly Exercise[],
    private readonly limits: SelectionLimits,
  ) {
    this.#room = limits.perPage - stored.length;
    for (const { passageId, key, lang, source } of stored)
      this.#note(passageId, foldAnswer(key, lang), source.sentence);
  }

  holds(draft: ScoredDraft): boolean {
    return this.#taken.has(draft);
  }

  /** Takes the draft unless a limit or a duplicate forbids it. */
  take(draft: ScoredDraft): boolean {
    const { passageId, text, lang } = draft.sentence;
    const key = foldAnswer(draft.blank.text, lang);
    const isFull = this.#room <= 0 || (this.#perPassage.get(passageId) ?? 0) >= this.limits.perPassage;
    if (isFull || this.#keys.has(key) || this.#sentences.has(text)) return false;
    this.#taken.add(draft);
    this.#room -= 1;
    this.#note(passageId, key, text);
    return true;
  }

  #note(passageId: string, key: string, sentence: string): void {
    this.#perPassage.set(passageId, (this.#perPassage.get(passageId) ?? 0) + 1);
    this.#keys.add(key);
    this.#sentences.add(sentence);
  }
}

function byScore(drafts: readonly ScoredDraft[]): ScoredDraft[] {
  return [...drafts].sort((a, b) => b.score - a.score);
}

/** Cuts the drafts into at most `count` stretches of neighbours of about equal length. */
function stretchesOf(drafts: readonly ScoredDraft[], count: number): ScoredDraft[][] {
  const size = Math.max(1, Math.ceil(drafts.length / Math.max(1, count)));
  return Array.from({ length: Math.ceil(drafts.length / size) }, (_, index) =>
    drafts.slice(index * size, (index + 1) * size),
  );
}
