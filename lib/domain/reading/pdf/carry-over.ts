import { joinProse } from './join-lines';
import { isRunningText, type LayoutBlock } from './layout-block';
import { endsSentence } from './line-groups';
import type { Vocabulary } from './vocabulary';

/** A sentence ends here and another one follows. */
const FIRST_SENTENCE =
  /^[\s\S]*?(?:[.!?]["'”’)\]]*(?=\s)|[。！？]["”’」』）]*|[.!?。！？]["'”’」』）)\]]*$)\s*/u;

/** Longest end of a sentence that is carried over; more is a paragraph that happens to have no full stop. */
const LONGEST_REST = 400;

/** Less without a full stop at the end is a heading or a caption, not the beginning of a sentence; in letters. */
const SHORTEST_START = 40;

export interface CarriedOver {
  readonly before: LayoutBlock;
  readonly after: LayoutBlock;
}

/**
 * Gives a sentence that runs over the end of a column or page to the paragraph in which it begins. Both blocks stay where
 * they are painted; the second may be left without text.
 *
 * @returns undefined when the second block does not go on with the first
 */
export function carryOver(
  before: LayoutBlock,
  after: LayoutBlock,
  vocabulary: Vocabulary,
): CarriedOver | undefined {
  if (!goesOn(before, after)) return undefined;
  const [rest = after.text] = after.text.match(FIRST_SENTENCE) ?? [];
  if (rest.length > LONGEST_REST) return undefined;
  return {
    before: { ...before, text: joinProse(before.text, rest.trim(), vocabulary) },
    after: { ...after, text: after.text.slice(rest.length) },
  };
}

function goesOn(before: LayoutBlock, after: LayoutBlock): boolean {
  if (!isRunningText(before) || after.kind !== 'prose' || endsSentence(before.text)) return false;
  return weightOf(before.text) >= SHORTEST_START;
}

/** A Chinese character says as much as two or three letters. */
function weightOf(text: string): number {
  return text.length + 1.5 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
