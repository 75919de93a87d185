import type { Concept, Keyphrase } from '../../concepts/model';
import type { Language } from '../../text/language';

/** A wrong option to be: a term of the learner's own reading. */
export interface Term {
  readonly id: string;
  readonly label: string;
  readonly forms: readonly string[];
  readonly headTag: string;
}

/** Key terms of the page first, then its names, then the learner's other concepts; each label once. */
export function poolOf(
  keyphrases: readonly Keyphrase[],
  names: readonly Term[],
  concepts: readonly Concept[],
  limit: number,
): Term[] {
  const pool = new Map<string, Term>();
  for (const term of [...keyphrases.map(asTerm), ...names, ...concepts.map(asTerm)]) {
    if (pool.size >= limit) break;
    if (!pool.has(term.label)) pool.set(term.label, term);
  }
  return [...pool.values()];
}

function asTerm({ key, label, forms, headTag }: Keyphrase | Concept): Term {
  return { id: key, label, forms, headTag };
}

/**
 * Coarse class of a term by its head tag: options of one class look alike in grammar. An English name without a capital is
 * a common noun that began a sentence when it was tagged.
 */
export function tagClass(tag: string, label: string, lang: Language): string {
  if (lang === 'en') return tag === 'PROPN' && !/\p{Lu}/u.test(label) ? 'NOUN' : tag;
  if (/^n[rstz]/.test(tag)) return 'name';
  if (/^n/.test(tag) || tag === 'vn' || tag === 'an') return 'noun';
  return tag[0] ?? '';
}
