import type { Language } from '../text/language';

/** A term of the learner's reading. `id` is `${lang}:${key}`, where `key` is the stemmed or lower-cased term. */
export interface Concept {
  readonly id: string;
  readonly lang: Language;
  readonly key: string;
  /** The most frequent surface form on the page where it was first met. */
  readonly label: string;
  readonly forms: readonly string[];
  /** Tag class of the head word (NOUN, PROPN, n, nr, …), for like-with-like distractors. */
  readonly headTag: string;
  /** Number of pages that mention the concept. */
  readonly documentFrequency: number;
}

/** A concept in a passage. `id` is `${passageId}:${start}:${conceptId}`; offsets are UTF-16 units of the passage text. */
export interface Mention {
  readonly id: string;
  readonly conceptId: string;
  readonly passageId: string;
  readonly start: number;
  readonly end: number;
}

/** A scored key term of a page, best first in lists. */
export interface Keyphrase {
  readonly key: string;
  readonly label: string;
  readonly forms: readonly string[];
  readonly headTag: string;
  readonly score: number;
  readonly spans: readonly { readonly passageId: string; readonly start: number; readonly end: number }[];
}
