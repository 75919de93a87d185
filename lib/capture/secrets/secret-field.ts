import { attributeOf } from '../blocks/dom-access';
import { namesSecret } from './secret-words';

const SECRET_TOKEN = /^(?:current-password|new-password|one-time-code|cc-.+)$/;
const TEXT_TYPES: ReadonlySet<string> = new Set(['', 'text', 'tel', 'number']);
const NAMES = ['name', 'id', 'placeholder', 'aria-label', 'title'] as const;

/** Whether a field says by its type or its `autocomplete` that it takes a password, a payment card or a one-time code. */
export function declaresSecret(field: Element): boolean {
  return typeOf(field) === 'password' || hasSecretToken(field);
}

/** Whether a field for text says so by its name, its label or its dots. Costs more to find out. */
export function suggestsSecret(field: HTMLInputElement): boolean {
  return isNamedSecret(field) || isMasked(field);
}

export function isForText(field: Element): boolean {
  return TEXT_TYPES.has(typeOf(field));
}

/** A box for one digit of a code. */
export function isCodeBox(field: Element): boolean {
  const isForDigits = /^(?:numeric|decimal|tel)$/i.test(attributeOf(field, 'inputmode') ?? '');
  const isOfDigits = /^(?:tel|number)$/.test(typeOf(field));
  return attributeOf(field, 'maxlength') === '1' && (isForDigits || isOfDigits);
}

/** Whether a frame is the field of a payment service: those are on hosts of their own and say in their name what they take. */
export function isHostedField(frame: Element): boolean {
  return ['title', 'name', 'aria-label'].some((name) => namesSecret(attributeOf(frame, name) ?? ''));
}

function typeOf(field: Element): string {
  return attributeOf(field, 'type')?.toLowerCase() ?? '';
}

function hasSecretToken(field: Element): boolean {
  const tokens = attributeOf(field, 'autocomplete')?.toLowerCase().split(/\s+/) ?? [];
  return tokens.some((token) => SECRET_TOKEN.test(token));
}

function isNamedSecret(field: HTMLInputElement): boolean {
  if (NAMES.some((name) => namesSecret(attributeOf(field, name) ?? ''))) return true;
  return [...(field.labels ?? [])].some((label) => namesSecret(label.textContent ?? ''));
}

/** Some pages show dots for what is typed without the type that says so. */
function isMasked(field: Element): boolean {
  const masking = getComputedStyle(field).getPropertyValue('-webkit-text-security');
  return masking !== '' && masking !== 'none';
}
