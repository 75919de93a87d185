import { isWord, type TaggedSentence } from '../tagged-sentence';
import type { Blank } from './blank';

const ENGLISH_NAMING =
  /\b(?:called|named|termed|known as|referred to as|calls? (?:this|it|them)|means?|stands for)\s+(?:(?:a|an|the)\s+)?["“‘']?$/i;
const CHINESE_NAMING = /(?:称为|称作|称之为|叫作|叫做|叫|名为|即|所谓|简称|又称|也称|称)[“「《]?$/;
const CHINESE_PREDICATE = /^[”」》]?(?:是|指|由|把|能|可|用|使|有|的作用|通过|分为|包括|会|让|为)/;

/** Whether the sentence speaks about the span: it stands at the start, at most after an article, before the verb. */
export function isSubject(sentence: TaggedSentence, blank: Blank): boolean {
  const { lang, text, tokens } = sentence;
  if (lang === 'zh') return blank.start <= 1 && CHINESE_PREDICATE.test(text.slice(blank.end));
  const before = tokens.filter((token) => token.end <= blank.start && isWord(token));
  const next = tokens.find((token) => token.start >= blank.end && isWord(token));
  const opens = before.length === 0 || (before.length === 1 && /^(?:the|an?)$/i.test(before[0]?.word ?? ''));
  return opens && next !== undefined && /^(?:VERB|AUX)$/.test(next.tag);
}

/** Whether the sentence gives the span as the name of something: "… is called X", "……称为X". */
export function isDefined({ lang, text }: TaggedSentence, blank: Blank): boolean {
  return (lang === 'zh' ? CHINESE_NAMING : ENGLISH_NAMING).test(text.slice(0, blank.start));
}
