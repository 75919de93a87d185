import { attributeOf } from './blocks/dom-access';
import { shortTextOf } from './blocks/short-text';
import roles from './element-roles.json';

const SKIPPED_TAGS: ReadonlySet<string> = new Set(roles.skippedTags);
const SKIPPED_ROLES: ReadonlySet<string> = new Set(roles.skippedRoles);
const SKIPPED_CLASSES: readonly string[] = roles.skippedClasses;
const INLINE_TAGS: ReadonlySet<string> = new Set(roles.inlineTags);

/** Longest text of a mark such as ¶ behind a heading or [12] behind a sentence. */
const MARK_CHARS = 6;

/** Whether an element and all in it is not reading matter: navigation, controls, hidden or editable text, marks. */
export function isSkipped(element: Element, tag: string): boolean {
  if (SKIPPED_TAGS.has(tag)) return true;
  if (attributeOf(element, 'hidden') !== null || attributeOf(element, 'aria-hidden') === 'true') return true;
  const role = attributeOf(element, 'role');
  if (role !== null && SKIPPED_ROLES.has(role.trim().toLowerCase())) return true;
  return isEditable(element) || hasSkippedClass(element) || isMark(element, tag);
}

/** Whether an element flows with the text around it instead of standing alone. */
export function isInline(element: Element, tag: string): boolean {
  if (INLINE_TAGS.has(tag)) return true;
  return tag.includes('-') && getComputedStyle(element).display.startsWith('inline');
}

/** Whether an element leads elsewhere. Without an address it only marks a place. */
export function isLink(element: Element, tag: string): boolean {
  return tag === 'a' && attributeOf(element, 'href') !== null;
}

/** Whether a style takes an inline element out of view. Blocks are judged when they come into view instead. */
export function isInlineHidden(element: Element): boolean {
  return getComputedStyle(element).display === 'none';
}

function isEditable(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

function hasSkippedClass(element: Element): boolean {
  const classes = attributeOf(element, 'class');
  if (classes === null) return false;
  return classes.split(/\s+/).some((name) => SKIPPED_CLASSES.includes(name));
}

const LINK_SIGNS = /^(?:[¶§#†‡*^↑↩]|🔗|\ufe0e|\ufe0f)+$/u;
const NOTE_NUMBER = /^\[?[\p{N}a-z*†‡]{1,4}\]?$/u;

/** A link that is only a sign of being one (¶, #), or a raised link that is only a number ([12]). */
function isMark(element: Element, tag: string): boolean {
  if (tag !== 'a' && tag !== 'sup') return false;
  const text = shortTextOf(element, MARK_CHARS);
  if (!text) return false;
  if (tag === 'a') return LINK_SIGNS.test(text);
  return NOTE_NUMBER.test(text) && element.querySelector('a') !== null;
}

const HEADING_TAG = /^h([1-6])$/;

/** Level of a heading, 1 to 6; 0 for anything else. */
export function headingLevel(element: Element, tag: string): number {
  const [, level] = tag.match(HEADING_TAG) ?? [];
  if (level !== undefined) return Number(level);
  if (attributeOf(element, 'role') !== 'heading') return 0;
  const claimed = Number(attributeOf(element, 'aria-level') ?? 2);
  return Number.isInteger(claimed) && claimed >= 1 && claimed <= 6 ? claimed : 2;
}
