import type { Language } from '../text/language';
import type { CandidateRules } from './candidate';
import { CHINESE_RULES } from './chinese-rules';
import { ENGLISH_RULES } from './english-rules';

const RULES: Record<Language, CandidateRules> = { en: ENGLISH_RULES, zh: CHINESE_RULES };

/** What makes a candidate term in the language. */
export function rulesFor(lang: Language): CandidateRules {
  return RULES[lang];
}
