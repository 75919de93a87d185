import { traverse } from './traverse';

/** An element of more nodes is no mark, and no cell of a table. */
const FEW_STEPS = 60;
const MANY_STEPS = 5_000;

/** Text of a small element, without white space around it; undefined when it is longer than `mostChars`, however large. */
export function shortTextOf(element: Element, mostChars: number): string | undefined {
  let text = '';
  let steps = 0;
  for (const step of traverse(element, () => true)) {
    steps += 1;
    if (step.type === 'text') text = (text + step.node.data.slice(0, mostChars + 200)).trimStart();
    if (steps > FEW_STEPS || text.trimEnd().length > mostChars) return undefined;
  }
  return text.trimEnd();
}

/** The first characters of an element's text, white space left out, as far as they stand near its beginning. */
export function beginningOf(element: Element, mostChars: number): string {
  let text = '';
  let steps = 0;
  for (const step of traverse(element, () => true)) {
    steps += 1;
    if (step.type === 'text') text += step.node.data.slice(0, mostChars).replace(/\s+/g, '');
    if (steps > MANY_STEPS || text.length >= mostChars) break;
  }
  return text.slice(0, mostChars);
}
