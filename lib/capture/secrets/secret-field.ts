import { attributeOf } from '../blocks/dom-access';
import { namesSecret } from './secret-words';

const SECRET_TOKEN = /^(?:current-password|new-password|one-time-code|cc-.+)$/;
const TEXT_TYPES: ReadonlySet<string> = new Set(['', 'text', 'tel', 'number', 'password']);
const NAMES = ['name', 'id', 'placeholder', 'aria-label', 'title'] as const;

/** Whether a field takes a password, a payment card or a one-time code, by its type, its token, its name or its label. */
export function isSecretField(field: HTMLInputElement): boolean {
  const type = attributeOf(field, 'type')?.toLowerCase() ?? '';
  if (type === 'password' || hasSecretToken(field)) return true;
  return TEXT_TYPES.has(type) && (isNamedSecret(field) || isMasked(field));
}

/** A box for one digit of a code. */
export function isCodeBox(field: HTMLInputElement): boolean {
  const isForDigits = /^(?:numeric|decimal|tel)$/i.test(attributeOf(field, 'inputmode') ?? '');
  const isOfDigits = /^(?:tel|number)$/i.test(attributeOf(field, 'type') ?? '');
  return attributeOf(field, 'maxlength') === '1' && (isForDigits || isOfDigits);
}

/** Whether a frame is the field of a payment service: those are on hosts of their own and say in their name what they take. */
export function isHostedField(frame: Element): boolean {
  return ['title', 'name', 'aria-label'].some((name) => namesSecret(attributeOf(frame, name) ?? ''));
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
