import { traverse } from './traverse';

/** An element of more nodes is no mark. */
const MOST_STEPS = 60;

/** Text of a small element, without white space around it; undefined when it is longer than `mostChars`, however large. */
export function shortTextOf(element: Element, mostChars: number): string | undefined {
  let text = '';
  let steps = 0;
  for (const step of traverse(element, () => true)) {
    steps += 1;
    if (step.type === 'text') text = (text + step.node.data.slice(0, 200)).trimStart();
    if (steps > MOST_STEPS || text.trimEnd().length > mostChars) return undefined;
  }
  return text.trimEnd();
}
