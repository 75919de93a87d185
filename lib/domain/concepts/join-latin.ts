import type { TaggedToken } from '../text/token';

/** Latin words and numbers as a reader sees them: COVID-19, GPT-4o, apt-get, 1,000, 3.11.2. */
const LATIN_WORD = /[A-Za-z0-9]+(?:[-'’.+][A-Za-z0-9]+|,\d{3}(?!\d))*/g;

/** Joins the pieces that a Chinese tagger makes of Latin words and numbers. */
export function joinLatin(text: string, tokens: readonly TaggedToken[]): TaggedToken[] {
  const words = [...text.matchAll(LATIN_WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const units: TaggedToken[] = [];
  let next = 0;
  for (const token of tokens) {
    while (words[next] !== undefined && (words[next]?.end ?? 0) <= token.start) next += 1;
    const word = words[next];
    const left = units.at(-1);
    const continues =
      word && left && left.start >= word.start && left.end === token.start && token.end <= word.end;
    if (continues) units[units.length - 1] = joinTokens(text, left, token);
    else units.push(token);
  }
  return units;
}

function joinTokens(text: string, left: TaggedToken, right: TaggedToken): TaggedToken {
  const word = text.slice(left.start, right.end);
  const tag = /[A-Za-z]/.test(word) ? 'eng' : 'm';
  return { word, tag, start: left.start, end: right.end, stem: word.toLowerCase() };
}
