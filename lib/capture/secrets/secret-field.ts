import { attributeOf } from '../blocks/dom-access';
import { namesRecoveryWords, namesSearch, namesSecret } from './secret-words';

const SECRET_TOKEN = /^(?:current-password|new-password|one-time-code|cc-.+)$/;
const TEXT_TYPES: ReadonlySet<string> = new Set(['', 'text', 'tel', 'number']);
const NAMES = ['name', 'id', 'placeholder', 'aria-label', 'title'] as const;

/** The most labels of one field that are looked at. */
const MOST_LABELS = 4;

/** Fields of payment services are as low as one line, whatever else may be called after a card or a password. */
const HOSTED_FIELD = { highest: 120, narrowest: 40 } as const;

type TextField = HTMLInputElement | HTMLTextAreaElement;

export function isPasswordField(field: Element): boolean {
  return typeOf(field) === 'password';
}

/** Whether a field says by its `autocomplete` that it takes a password, a payment card or a one-time code. */
export function declaresSecret(field: Element): boolean {
  const tokens = attributeOf(field, 'autocomplete')?.toLowerCase().split(/\s+/) ?? [];
  return tokens.some((token) => SECRET_TOKEN.test(token));
}

/** Whether a field for text says so by its name, its label or its dots. Costs more to find out. */
export function suggestsSecret(field: HTMLInputElement): boolean {
  return (!isSearchField(field) && textsOf(field).some(namesSecret)) || isMasked(field);
}

/** Whether a field for long texts takes a secret: by its name, since its label may as well ask to write about passwords. */
export function takesSecretText(field: HTMLTextAreaElement): boolean {
  if (declaresSecret(field)) return true;
  if (['name', 'id'].some((name) => namesSecret(attributeOf(field, name) ?? ''))) return true;
  return textsOf(field).some(namesRecoveryWords) || isMasked(field);
}

export function isForText(field: Element): boolean {
  return TEXT_TYPES.has(typeOf(field));
}

/** A box for one character of a code. */
export function isCodeBox(field: Element): boolean {
  return attributeOf(field, 'maxlength') === '1' && isForText(field);
}

/** Whether a box takes digits only. */
export function isForDigits(field: Element): boolean {
  const isTyped = /^(?:numeric|decimal|tel)$/i.test(attributeOf(field, 'inputmode') ?? '');
  return isTyped || /^(?:tel|number)$/.test(typeOf(field));
}

/** Whether a frame is the field of a payment service: those are on hosts of their own and say in their name what they take. */
export function isHostedField(frame: Element): boolean {
  if (!['title', 'name', 'aria-label'].some((name) => namesSecret(attributeOf(frame, name) ?? '')))
    return false;
  const { width, height } = frame.getBoundingClientRect();
  return height < HOSTED_FIELD.highest && width >= Math.max(height, HOSTED_FIELD.narrowest);
}

function typeOf(field: Element): string {
  return attributeOf(field, 'type')?.toLowerCase() ?? '';
}

function isSearchField(field: Element): boolean {
  if (/^search(?:box)?$/i.test(attributeOf(field, 'role') ?? '')) return true;
  return NAMES.some((name) => namesSearch(attributeOf(field, name) ?? ''));
}

/** What a field is called, by its attributes and its labels. */
function textsOf(field: TextField): string[] {
  const names = NAMES.map((name) => attributeOf(field, name) ?? '');
  const labels = [...(field.labels ?? []), ...namedLabels(field)].slice(0, MOST_LABELS);
  return [...names, ...labels.map((label) => label.textContent ?? '')];
}

function namedLabels(field: Element): Element[] {
  const ids = attributeOf(field, 'aria-labelledby')?.trim().split(/\s+/, MOST_LABELS) ?? [];
  const tree = field.getRootNode();
  return 'getElementById' in tree
    ? ids.flatMap((id) => (tree as Document | ShadowRoot).getElementById(id) ?? [])
    : [];
}

/** Some pages show dots for what is typed without the type that says so. */
function isMasked(field: Element): boolean {
  const masking = getComputedStyle(field).getPropertyValue('-webkit-text-security');
  return masking !== '' && masking !== 'none';
}
