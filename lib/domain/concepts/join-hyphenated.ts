import type { TaggedToken } from '../text/token';

/**
 * Joins words written with a hyphen or en dash and no blanks (four-dimensional, Klein–Gordon, state-of-the-art) into one
 * unit whose tag follows its last word. The stem has a blank for the hyphen, so that "open-source" and "open source" are
 * one term.
 */
export function joinHyphenated(_text: string, tokens: readonly TaggedToken[]): TaggedToken[] {
  const units: TaggedToken[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    const left = units.at(-1);
    const right = tokens[i + 1];
    if (left && right && isHyphenBetween(left, token, right)) {
      units[units.length - 1] = join(left, token, right);
      i += 1;
    } else {
      units.push(token);
    }
  }
  return units;
}

function isHyphenBetween(left: TaggedToken, hyphen: TaggedToken, right: TaggedToken): boolean {
  if (!/^[-‐–]$/.test(hyphen.word) || left.end !== hyphen.start || hyphen.end !== right.start) return false;
  return /[\p{L}\p{N}]$/u.test(left.word) && /^[\p{L}\p{N}]/u.test(right.word);
}

function join(left: TaggedToken, hyphen: TaggedToken, right: TaggedToken): TaggedToken {
  return {
    word: left.word + hyphen.word + right.word,
    tag: joinedTag(left.tag, right.tag),
    start: left.start,
    end: right.end,
    stem: `${left.stem} ${right.stem}`,
  };
}

function joinedTag(left: string, right: string): string {
  if (left === 'NUM' && right === 'NUM') return 'NUM';
  return /^(?:ADJ|VERB|ADV|ADP)$/.test(right) ? 'ADJ' : 'NOUN';
}
