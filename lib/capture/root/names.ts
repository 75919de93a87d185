import { attributeOf } from '../blocks/dom-access';
import words from './names.json';

export type NameTopic = keyof typeof words;

const TOPIC_OF_WORD: ReadonlyMap<string, NameTopic> = new Map(
  (Object.keys(words) as NameTopic[]).flatMap((topic) => words[topic].map((word) => [word, topic] as const)),
);

/** Longest part of a name that is looked at. */
const NAME_CHARS = 300;

const NO_TOPICS: ReadonlySet<NameTopic> = new Set();

/**
 * What the class of an element says that it holds, of what is not reading matter or a caption. Its id is believed about
 * comments only: in a manual it is the name of a section, and a section may well be about cookies or menus.
 */
export function topicsOf(element: Element): ReadonlySet<NameTopic> {
  const byClass = topicsIn(attributeOf(element, 'class'));
  return topicsIn(attributeOf(element, 'id')).has('comments') ? new Set([...byClass, 'comments']) : byClass;
}

function topicsIn(names: string | null): ReadonlySet<NameTopic> {
  if (names === null) return NO_TOPICS;
  const topics = wordsOf(names).map((word) => TOPIC_OF_WORD.get(word));
  return new Set(topics.filter((topic) => topic !== undefined));
}

/** The words that names are made of, in lower case: `relatedPosts share-bar` has four. */
function wordsOf(names: string): string[] {
  return names
    .slice(0, NAME_CHARS)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u);
}
