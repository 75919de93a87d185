import { attributeOf } from '../blocks/dom-access';
import words from './names.json';
import { isHeading, type Region } from './region';

export type NameTopic = keyof typeof words;

const TOPIC_OF_WORD: ReadonlyMap<string, NameTopic> = new Map(
  (Object.keys(words) as NameTopic[]).flatMap((topic) => words[topic].map((word) => [word, topic] as const)),
);

/** Longest part of a name that is looked at. */
const NAME_CHARS = 300;

const BOX_TAGS: ReadonlySet<string> = new Set(['aside', 'div', 'ul']);

const NO_TOPICS: ReadonlySet<NameTopic> = new Set();

/**
 * What the names of a region say that it holds, of what is not reading matter or a caption. The id of what begins with a
 * heading is believed about comments only: in a manual it names a section, and a section may well be about cookies.
 */
export function topicsOf({ element, tag, children: [first] }: Region): ReadonlySet<NameTopic> {
  const byClass = topicsIn(attributeOf(element, 'class'));
  const byId = topicsIn(attributeOf(element, 'id'));
  const isAnchor = !BOX_TAGS.has(tag) || (first !== undefined && isHeading(first));
  const believed = [...byId].filter((topic) => topic === 'comments' || !isAnchor);
  return believed.length === 0 ? byClass : new Set([...byClass, ...believed]);
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
