import { isShown } from './secrets/is-shown';
import { elementsIn, type PageTree, pageTrees } from './secrets/page-trees';
import { declaresSecret, isCodeBox, isForText, isHostedField, suggestsSecret } from './secrets/secret-field';

/** Fields and frames of a page that are looked at; a page has fewer unless it means to be slow. */
const MOST_LOOKED_AT = { fields: 3_000, names: 300, frames: 100 } as const;

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
  const fields = takeFirst(elementsIn(tree, 'input'), MOST_LOOKED_AT.fields);
  if (fields.some((field) => declaresSecret(field) && isShown(field))) return true;
  const named = takeFirst(fields.filter(isForText), MOST_LOOKED_AT.names);
  if (named.some((field) => suggestsSecret(field) && isShown(field))) return true;
  const boxes = fields.filter(isCodeBox);
  const isCode = boxes.length >= CODE_BOXES.fewest && boxes.length <= CODE_BOXES.most;
  if (isCode && boxes.every(isShown)) return true;
  const frames = takeFirst(elementsIn(tree, 'iframe'), MOST_LOOKED_AT.frames);
  return frames.some((frame) => isHostedField(frame) && isShown(frame));
}

function takeFirst<Kind>(elements: Iterable<Kind>, most: number): Kind[] {
  const taken: Kind[] = [];
  for (const element of elements) {
    if (taken.length === most) break;
    taken.push(element);
  }
  return taken;
}
