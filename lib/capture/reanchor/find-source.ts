import { type LocatedQuote, locateQuote } from '@/lib/domain/reading/reanchor/locate-quote';
import type { WantedSource } from '@/lib/domain/reading/wanted-source';
import { breatheUntilIdle, runInSlices } from '../slices';
import { findRuns, type PageRun, placeInPage } from './page-runs';

/** Where a passage stands in the page now, and the sentence in it where that is there, too. */
export interface FoundSource {
  readonly passage: Range;
  readonly sentence?: Range;
}

/** Looks for a passage, first in the reading matter of the page, then everywhere. Gives way to the page in between. */
export async function findSource(
  page: Document,
  wanted: WantedSource,
  signal: AbortSignal,
): Promise<FoundSource | undefined> {
  for (const isAllText of [false, true]) {
    const runs = await collect(findRuns(page.body ?? page.documentElement, isAllText), signal);
    const located = await locate(wanted, runs, signal);
    const passage = located && toRange(located, runs);
    if (located === undefined || passage === undefined) continue;
    const sentence = await findSentence(wanted, located, runs, signal);
    return { passage, ...(sentence && { sentence }) };
  }
  return undefined;
}

async function findSentence(
  { text, sentence }: WantedSource,
  { start, end }: LocatedQuote,
  runs: readonly PageRun[],
  signal: AbortSignal,
): Promise<Range | undefined> {
  if (sentence === undefined) return undefined;
  const around = runs.slice(start.block, end.block + 1);
  const quote = { text: text.slice(sentence.start, sentence.end), prefix: '', suffix: '' };
  const located = await locate({ ...quote, isWhole: false, others: [] }, around, signal);
  return located && toRange(located, around);
}

async function locate(
  wanted: WantedSource,
  runs: readonly PageRun[],
  signal: AbortSignal,
): Promise<LocatedQuote | undefined> {
  const texts = runs.map(({ text }) => text);
  const [located] = await collect(yieldResult(locateQuote(wanted, texts)), signal);
  return located;
}

function* yieldResult<Value>(
  work: Generator<undefined, Value | undefined>,
): Generator<Value | undefined, void> {
  yield yield* work;
}

async function collect<Item>(
  work: Iterator<Item | undefined, void>,
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const { items } = await runInSlices(work, {
    now: () => performance.now(),
    breathe: breatheUntilIdle,
    isCancelled: () => signal.aborted,
  });
  return items;
}

function toRange({ start, end }: LocatedQuote, runs: readonly PageRun[]): Range | undefined {
  const [first, last] = [runs[start.block], runs[end.block]];
  // The end lies behind the last word, the start before the first: in the node of that word, not of the one before it.
  const from = first && placeInPage(first, start.offset + 1);
  const to = last && placeInPage(last, end.offset);
  if (from === undefined || to === undefined) return undefined;
  const range = from.node.ownerDocument.createRange();
  range.setStart(from.node, Math.max(from.offset - 1, 0));
  range.setEnd(to.node, to.offset);
  return range;
}
