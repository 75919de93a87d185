/** Radicals as dictionaries list them, which some programs write instead of the characters that look the same. */
const RADICALS = /[\u2e80-\u2fd5]/gu;

/** Letters that are tied together in print. */
const LIGATURES = /[\ufb00-\ufb06]/gu;

/** The characters that a reader sees, where a PDF holds look-alikes of them: ligatures and Chinese radicals. */
export function plainCharacters(text: string): string {
  return text.replace(RADICALS, compatible).replace(LIGATURES, compatible);
}

function compatible(character: string): string {
  return character.normalize('NFKC');
}
