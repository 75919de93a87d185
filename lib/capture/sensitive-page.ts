import { isShown } from './secrets/is-shown';
import { type PageTree, pageTrees } from './secrets/page-trees';
import { isCodeBox, isHostedField, isSecretField } from './secrets/secret-field';

/** Fields and frames of a page that are looked at; a page has fewer unless it means to be slow. */
const MOST_LOOKED_AT = 300;

/** Fields that say what they take. They are looked for first, however many others there are. */
const DECLARED = 'input[type="password" i], input[autocomplete*="-" i]';

const WRITTEN_IN = ['hidden', 'checkbox', 'radio', 'submit', 'button', 'range', 'image'].reduce(
  (selector, type) => `${selector}:not([type="${type}" i])`,
  'input',
);

/** A code that is sent has four digits at least, each in a box of its own; more than eight boxes are a puzzle. */
const CODE_BOXES = { fewest: 4, most: 8 } as const;

/**
 * Whether a page asks for a password, a payment card or a one-time code: in itself, in an open shadow root, or in a frame of
 * its origin. Such a page is not read, be it a course with a sign-in box in its header. A field that is not shown does not
 * count, since many pages keep their sign-in dialog ready.
 */
export function asksForSecrets(page: Document): boolean {
  for (const tree of pageTrees(page)) if (hasSecretField(tree)) return true;
  return false;
}

function hasSecretField(tree: PageTree): boolean {
  const asks = (field: HTMLInputElement) => isSecretField(field) && isShown(field);
  if (firstOf(tree, DECLARED).some(asks) || firstOf(tree, WRITTEN_IN).some(asks)) return true;
  const boxes = firstOf(tree, 'input[maxlength="1"]').filter(isCodeBox);
  const isCode = boxes.length >= CODE_BOXES.fewest && boxes.length <= CODE_BOXES.most;
  if (isCode && boxes.every(isShown)) return true;
  return firstOf(tree, 'iframe').some((frame) => isHostedField(frame) && isShown(frame));
}

/** The first elements that a selector of inputs or frames finds. */
function firstOf(tree: PageTree, selector: string): HTMLInputElement[] {
  return [...tree.querySelectorAll<HTMLInputElement>(selector)].slice(0, MOST_LOOKED_AT);
}
