const VOWEL = /[aeiouy]/;

/** Doubled before an ending was added (run, running), unlike those that English words end in (fall, pass, buzz). */
const DOUBLED = /([bdfgmnprt])\1$/;

/**
 * What the regular forms of an English word have in common, for matching only: plural endings by the S stemmer of Harman
 * (1991), then -ed, -ing and a silent -e (compute, computes, computed, computing → comput). Words of other languages
 * may lose an ending too, which makes them no harder to find.
 *
 * @param word in lower case
 */
export function stemWord(word: string): string {
  const singular = withoutPlural(word);
  if (!/^[a-z]{5,}$/.test(singular)) return singular;
  if (singular.endsWith('ied')) return `${singular.slice(0, -3)}y`;
  const [ending] = singular.match(/ing$|(?<!e)ed$/) ?? [];
  const stem = ending && singular.slice(0, -ending.length);
  if (stem && VOWEL.test(stem)) return stem.replace(DOUBLED, '$1');
  return singular.endsWith('e') ? singular.slice(0, -1) : singular;
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return /[ae]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith('es')) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}
