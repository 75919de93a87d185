/** Silent reading of English non-fiction, words per minute (Brysbaert 2019). */
const WORDS_PER_MINUTE = 238;

/** Silent reading of Chinese, characters per minute (Trauzettel-Klosinski and Dietz 2012). */
const HAN_CHARACTERS_PER_MINUTE = 255;

/** Readers skim, and several blocks share the view, so a block counts as read after a part of its full time. */
const REQUIRED_SHARE = 0.35;
const SHORTEST_DWELL_MS = 1_500;
const LONGEST_DWELL_MS = 12_000;

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Time that an average reader needs for a text in English, Chinese or both, in milliseconds. */
export function expectedReadingMs(text: string): number {
  const hanCharacters = text.match(HAN)?.length ?? 0;
  const words = text.replace(HAN, ' ').match(WORD)?.length ?? 0;
  return (words / WORDS_PER_MINUTE + hanCharacters / HAN_CHARACTERS_PER_MINUTE) * 60_000;
}

/**
 * Time in view from which a text counts as read, in milliseconds: 35 % of its expected reading time, at least 1.5 s and at
 * most 12 s.
 *
 * @param timeScale how much faster than a person the page is read; 1 for people
 */
export function requiredDwellMs(text: string, timeScale: number): number {
  const wanted = expectedReadingMs(text) * REQUIRED_SHARE;
  return Math.min(Math.max(wanted, SHORTEST_DWELL_MS), LONGEST_DWELL_MS) / timeScale;
}
