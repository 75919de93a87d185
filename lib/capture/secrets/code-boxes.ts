import { isShown } from './is-shown';
import { isCodeBox, isForDigits } from './secret-field';

/** A code that is sent has four digits at least, each in a box of its own; more than eight boxes are a puzzle. */
const BOXES = { fewest: 4, most: 8 } as const;

/** Whether among fields there are the boxes of one code: for digits, or in a row. */
export function haveCodeBoxes(fields: readonly Element[]): boolean {
  const boxes = fields.filter(isCodeBox);
  const forDigits = boxes.filter(isForDigits);
  return isCode(forDigits) || (isCode(boxes) && areInRow(boxes));
}

function isCode(boxes: readonly Element[]): boolean {
  return boxes.length >= BOXES.fewest && boxes.length <= BOXES.most && boxes.every(isShown);
}

/** Whether boxes of one size stand side by side, with less than the room for another two between them. */
function areInRow(boxes: readonly Element[]): boolean {
  const places = boxes.map((box) => box.getBoundingClientRect());
  return places.every(({ left, top, width, height }, at) => {
    const before = places[at - 1];
    return (
      before === undefined ||
      (Math.abs(top - before.top) < height / 2 && Math.abs(left - before.right) < 2 * width)
    );
  });
}
