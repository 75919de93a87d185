const FEWEST_CHARACTERS = 16;

/** Of neighbouring characters in words and dated names fewer change their class, in random strings more. */
const LEAST_CHANGE = 0.2;
const LEAST_CHANGE_WITHOUT_DIGITS = 0.4;

/**
 * Whether a string looks drawn by lot, as keys are, rather than written: long, of several classes of characters (capital,
 * small, digit), with frequent changes between them.
 */
export function looksRandom(value: string): boolean {
  const characters = value.replace(/[^A-Za-z\d]/g, '');
  if (characters.length < FEWEST_CHARACTERS) return false;
  const least = /\d/.test(characters) ? LEAST_CHANGE : LEAST_CHANGE_WITHOUT_DIGITS;
  return changesOf(characters) / (characters.length - 1) >= least;
}

function changesOf(characters: string): number {
  let changes = 0;
  for (let at = 1; at < characters.length; at += 1) {
    if (classOf(characters.charAt(at)) !== classOf(characters.charAt(at - 1))) changes += 1;
  }
  return changes;
}

function classOf(character: string): number {
  if (character <= '9') return 0;
  return character <= 'Z' ? 1 : 2;
}

/** Whether a string holds digits and letters, or changes between capital and small letters as words do not. */
export function isMixed(value: string): boolean {
  const characters = value.replace(/[^A-Za-z\d]/g, '');
  return changesOf(characters) >= (/\d/.test(characters) ? 1 : 3);
}
