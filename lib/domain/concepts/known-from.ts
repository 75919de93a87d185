import type { Concept } from './model';

/**
 * The concept as it is known from these texts alone: forms that stand in none of them go.
 *
 * @param texts passages that mention the concept
 * @param surfaces the concept as it is written where it is mentioned in them
 */
export function knownFrom(concept: Concept, texts: readonly string[], surfaces: readonly string[]): Concept {
  const written = texts.map(withoutBlanks);
  const isWritten = (form: string) => written.some((text) => text.includes(withoutBlanks(form)));
  const known = concept.forms.filter(isWritten);
  const forms = known.length > 0 ? known : [...new Set(surfaces)];
  const label = isWritten(concept.label) ? concept.label : (forms[0] ?? concept.key);
  return { ...concept, label, forms };
}

/** Forms of Chinese terms are kept without the blanks that pages put beside Latin letters. */
function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
