import { countLetters } from '@/lib/domain/reading/worth-keeping';
import { moveBy, type TextRun } from './text-run';

/** Items of a list with fewer letters say little alone: about four words. */
const SHORT_ITEM_LETTERS = 24;
const MOST_CHARS = { list: 300, entry: 600 } as const;

/** Puts runs together that only make sense together: a term with what describes it, short items of a list. */
export class RunJoiner {
  #pending: TextRun[] = [];
  #pendingChars = 0;

  /** Takes the next run of the page. Returns what is complete. */
  add(run: TextRun): TextRun[] {
    const joinable = isJoinable(run);
    const complete = joinable && this.#accepts(run) ? [] : this.finish();
    if (!joinable) return [...complete, run];
    this.#pending.push(run);
    this.#pendingChars += run.text.length;
    return complete;
  }

  /** What is left at the end. */
  finish(): TextRun[] {
    const [first, ...others] = this.#pending;
    this.#pending = [];
    this.#pendingChars = 0;
    return first ? [joinRuns(first, others)] : [];
  }

  #accepts({ group, headingPath }: TextRun): boolean {
    const last = this.#pending.at(-1);
    if (!last || !group || last.group !== group || last.headingPath !== headingPath) return false;
    return this.#pendingChars < MOST_CHARS[group.type];
  }
}

function isJoinable({ group, kind, text }: TextRun): boolean {
  if (group?.type === 'entry') return kind === 'definition';
  return (
    group?.type === 'list' && kind === 'list' && countLetters(text, SHORT_ITEM_LETTERS) < SHORT_ITEM_LETTERS
  );
}

function joinRuns(first: TextRun, others: readonly TextRun[]): TextRun {
  const runs = [first, ...others];
  const sum = (count: (run: TextRun) => number) => runs.reduce((total, run) => total + count(run), 0);
  let start = 0;
  const formulas = runs.flatMap((run) => {
    const shift = start;
    start += run.text.length + 1;
    return run.formulas.map((formula) => moveBy(shift, formula));
  });
  return {
    ...first,
    text: runs.map(({ text }) => text).join('\n'),
    formulas,
    linkedChars: sum(({ linkedChars }) => linkedChars),
    omittedChars: sum(({ omittedChars }) => omittedChars),
    elements: [...new Set(runs.map(({ element }) => element))],
  };
}
