import type { Blank } from '../blanks/blank';
import { isWord, type TaggedSentence } from '../tagged-sentence';
import type { GateReason } from './gate-reason';
import { mentionsKey } from './leak';

/** What must stay visible so that the blank has one answer. */
const LEAST_STEM = { en: 6, zh: 10 } as const;

/** Why this blank cannot be asked in its sentence; absent when it can. */
export function refuseBlank(sentence: TaggedSentence, blank: Blank): GateReason | undefined {
  const { lang, text, tokens } = sentence;
  const before = text.slice(0, blank.start);
  const after = text.slice(blank.end);
  if (mentionsKey(before, blank.text, lang) || mentionsKey(after, blank.text, lang)) return 'leak';
  const visible =
    lang === 'zh'
      ? (`${before}${after}`.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
      : tokens.filter((token) => isWord(token) && (token.end <= blank.start || token.start >= blank.end))
          .length;
  return visible < LEAST_STEM[lang] ? 'thin-stem' : undefined;
}
