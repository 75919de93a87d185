/**
 * A word without its plural ending, for matching only: the S stemmer of Harman (1991). Words of three letters or fewer
 * stay as they are.
 *
 * @param word in lower case
 */
export function stemPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return /[ae]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith('es')) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}
