import type { Language } from '../../text/language';
import type { TaggedSentence } from '../tagged-sentence';
import { CHINESE_CHECKS } from './chinese-reference';
import { ENGLISH_CHECKS } from './english-reference';
import { firstReason, type GateReason, type SentenceCheck } from './gate-reason';
import { FORM_CHECKS } from './sentence-form';

const CHECKS: Readonly<Record<Language, readonly SentenceCheck[]>> = {
  en: [...FORM_CHECKS, ...ENGLISH_CHECKS],
  zh: [...FORM_CHECKS, ...CHINESE_CHECKS],
};

/** Why a sentence cannot stand alone as an exercise; absent when it can. */
export function refuseSentence(sentence: TaggedSentence): GateReason | undefined {
  return firstReason(CHECKS[sentence.lang], sentence);
}
