/**
 * Whether a text holds a term, ignoring case and punctuation. A word of the text may go on after the term, as plurals
 * do, but not begin before it; Chinese has no blanks between words, so there the term may stand anywhere.
 */
export function containsTerm(text: string, term: string): boolean {
  return termFinder(text)(term);
}

/** `containsTerm` for many terms in one text. */
export function termFinder(text: string): (term: string) => boolean {
  const find = termsFinder([text]);
  return (term) => find(term)[0] ?? false;
}

/** `containsTerm` for many terms in many texts: says of each text whether it holds the term. */
export function termsFinder(texts: readonly string[]): (term: string) => boolean[] {
  const folded = texts.map((text) => ` ${foldWords(text)}`);
  return (term) => {
    const word = foldWords(term);
    if (word === '') return texts.map(() => false);
    const wanted = beginsWithHan(word) ? word : ` ${word}`;
    return folded.map((text) => text.includes(wanted));
  };
}

/**
 * Whether a longer term is a kind of the shorter one: "movable type" is one of "type", "type case" is not. In Chinese,
 * where words are not set apart, every longer term that contains it counts.
 */
export function isKindOf(longer: string, term: string): boolean {
  const wanted = foldWords(term);
  const words = foldWords(longer).split(' ');
  if (beginsWithHan(wanted)) return foldWords(longer) !== wanted && containsTerm(longer, term);
  const length = wanted.split(' ').length;
  return words.length > length && words.slice(-length).join(' ').startsWith(wanted);
}

function beginsWithHan(text: string): boolean {
  return /^\p{Script=Han}/u.test(text);
}

function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
