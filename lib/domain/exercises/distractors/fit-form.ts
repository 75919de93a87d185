import type { Language } from '../../text/language';
import { singular } from '../grading/fold-answer';
import type { Term } from './term';

/** Where the option would stand. */
export interface Slot {
  readonly lang: Language;
  readonly key: string;
  readonly before: string;
}

/**
 * The surface form of a term that fits the blank as the key does: the same number (English), the same fit with "a" or
 * "an" before it, and a capital at the start of a sentence. Absent when no form fits.
 */
export function fitForm(term: Term, slot: Slot): string | undefined {
  const forms = [...new Set([term.label, ...term.forms])];
  if (slot.lang === 'zh') return forms[0];
  const fitting = forms.find((form) => isPlural(form) === isPlural(slot.key) && fitsArticle(form, slot));
  return fitting && matchCase(fitting, slot);
}

export function isPlural(phrase: string): boolean {
  const head = phrase.toLowerCase().match(/\p{L}+$/u)?.[0] ?? '';
  return head.endsWith('s') && singular(head) !== head;
}

function fitsArticle(form: string, { before, key }: Slot): boolean {
  if (!/(?:^|\s)an?\s$/i.test(before)) return true;
  return /^[aeiou]/i.test(form) === /^[aeiou]/i.test(key);
}

/** A capital that only marks the start of the sentence would give the key away among small options. */
function matchCase(form: string, { before, key }: Slot): string {
  const isAtStart = !/\p{L}/u.test(before);
  if (!isAtStart || !/^\p{Lu}/u.test(key)) return form;
  return form.charAt(0).toUpperCase() + form.slice(1);
}
