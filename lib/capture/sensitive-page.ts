import { haveCodeBoxes } from './secrets/code-boxes';
import { isShown, isUsable } from './secrets/is-shown';
import { elementsIn, type PageTree, pageTrees } from './secrets/page-trees';
import {
  declaresSecret,
  isForText,
  isHostedField,
  isPasswordField,
  suggestsSecret,
  takesSecretText,
} from './secrets/secret-field';

/** Fields and frames of a page that are looked at; a page has fewer unless it means to be slow. */
const MOST_LOOKED_AT = { types: 20_000, fields: 3_000, names: 300, frames: 100 } as const;

/**
 * Whether a page asks for a password, a payment card, a one-time code or the words that open a wallet: in itself, in an open
 * shadow root, or in a frame of its origin. Such a page is not read, be it a course with a sign-in box in its header. A field
 * that is not shown does not count, since many pages keep their sign-in dialog ready.
 */
export function asksForSecrets(page: Document): boolean {
  for (const tree of pageTrees(page)) if (hasSecretField(tree)) return true;
  return false;
}

function hasSecretField(tree: PageTree): boolean {
  const inputs = takeFirst(elementsIn(tree, 'input'), MOST_LOOKED_AT.types);
  if (inputs.some((field) => isPasswordField(field) && isUsable(field))) return true;
  const fields = inputs.slice(0, MOST_LOOKED_AT.fields);
  if (fields.some((field) => declaresSecret(field) && isShown(field))) return true;
  const named = takeFirst(fields.filter(isForText), MOST_LOOKED_AT.names);
  if (named.some((field) => suggestsSecret(field) && isShown(field))) return true;
  if (haveCodeBoxes(fields)) return true;
  const long = takeFirst(elementsIn(tree, 'textarea'), MOST_LOOKED_AT.names);
  if (long.some((field) => takesSecretText(field) && isShown(field))) return true;
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
