import alike from './radicals.json';

/** Radicals as dictionaries list them, which some programs write instead of the characters that look the same. */
const RADICALS = /[\u2e80-\u2fd5]/gu;

/** Letters that are tied together in print. */
const LIGATURES = /[\ufb00-\ufb06]/gu;

/** Radicals that Unicode does not call compatible with a character, though fonts draw both as one. */
const CHARACTERS = new Map(
  [...alike.radicals].map((radical, index) => [radical, [...alike.characters][index]]),
);

/** The characters that a reader sees, where a PDF holds look-alikes of them: ligatures and Chinese radicals. */
export function plainCharacters(text: string): string {
  return text.replace(RADICALS, plain).replace(LIGATURES, plain);
}

function plain(character: string): string {
  return CHARACTERS.get(character) ?? character.normalize('NFKC');
}
