import { attributeOf, classesOf } from '../dom-access';
import forms from './code-forms.json';

const CODE_TAGS: ReadonlySet<string> = new Set(['listing', 'plaintext', 'pre', 'xmp']);
const CONTAINERS: ReadonlySet<string> = new Set(forms.containers);
const LINES: ReadonlySet<string> = new Set(forms.lines);
const NUMBERS: ReadonlySet<string> = new Set(forms.numbers);
const BESIDE_CODE: ReadonlySet<string> = new Set(forms.besideCode);
const EDITORS: ReadonlySet<string> = new Set(forms.editors);

/** Blocks that hold lines without being one. */
const NO_LINE: ReadonlySet<string> = new Set([
  'dl',
  'ol',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'ul',
]);

/** Whether all that is in an element is one piece of code. */
export function isCode(element: Element, tag: string): boolean {
  return CODE_TAGS.has(tag) || hasClass(element, CONTAINERS);
}

/** Whether an element within code is a line of it, or several whole lines. */
export function isCodeLine(element: Element, tag: string, isBlock: boolean): boolean {
  if (isBlock) return !NO_LINE.has(tag);
  const classes = classesOf(element);
  return classes.some((name) => LINES.has(name)) && !classes.includes('token');
}

/** Whether white space in an element only sets its markup out. */
export function isLineHolder(tag: string): boolean {
  return tag === 'tr' || (NO_LINE.has(tag) && tag !== 'td' && tag !== 'th');
}

/** Whether an element holds the numbers of lines of code, or buttons for it. */
export function isBesideCode(element: Element, tag: string, isInCode: boolean): boolean {
  return hasClass(element, NUMBERS) || ((isInCode || tag === 'td') && hasClass(element, BESIDE_CODE));
}

/** Whether an element is a code editor that the learner may type into. */
export function isCodeEditor(element: Element): boolean {
  const classes = classesOf(element);
  if (classes.some((name) => EDITORS.has(name))) return true;
  if (!classes.includes('CodeMirror')) return false;
  const field = element.querySelector('textarea');
  return field !== null && attributeOf(field, 'readonly') === null && attributeOf(field, 'disabled') === null;
}

/** Whether an element is code shown by an editor in which nothing can be changed. */
export function isReadOnlyCode(element: Element): boolean {
  return attributeOf(element, 'contenteditable') === 'false' && classesOf(element).includes('cm-content');
}

function hasClass(element: Element, names: ReadonlySet<string>): boolean {
  return classesOf(element).some((name) => names.has(name));
}
