import { shortTextOf } from '../blocks/short-text';
import notices from './notices.json';
import { linkedShare, type Region } from './region';

const LABEL = { chars: 60, textChars: 200 } as const;
const DATE = /\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\d年/;

const NOTICE = { chars: 200, textChars: 1_000, leastLinked: 0.9 } as const;
const LEAST_LINKED_LIST = 0.4;
const MOST_CLOSING = 6;
const MOST_LEVELS = 50;

const LINE_TAGS: ReadonlySet<string> = new Set(['center', 'div', 'header', 'p', 'section']);

/**
 * What stands around a text and not in it: dates before the first paragraph; behind the last one, lists that lead
 * elsewhere and lines in which the site speaks of itself.
 *
 * @param texts regions of the root that hold text themselves, in document order
 */
export function findEdges(texts: readonly Region[], root: Region): Region[] {
  return [...openingDates(texts), ...closingNotices(texts, root)];
}

function openingDates(texts: readonly Region[]): Region[] {
  const first = texts.findIndex(({ ownProseChars }) => ownProseChars > 0);
  const isDate = (region: Region) =>
    isLabel(region) && DATE.test(shortTextOf(region.element, LABEL.textChars) ?? '');
  return texts.slice(0, Math.max(first, 0)).filter(isDate);
}

function closingNotices(texts: readonly Region[], root: Region): Region[] {
  const dropped: Region[] = [];
  let index = texts.length - 1;
  for (let region = texts[index]; region && dropped.length < MOST_CLOSING; region = texts[index]) {
    const list = outermostList(region, root);
    if (list ? linkedShare(list) < LEAST_LINKED_LIST : !isNotice(region) && !isLabel(region)) break;
    dropped.push(list ?? region);
    index -= 1;
    if (!list) continue;
    for (let entry = texts[index]; entry && outermostList(entry, root) === list; entry = texts[index])
      index -= 1;
    const label = texts[index];
    if (!label || !isLabel(label)) continue;
    dropped.push(label);
    index -= 1;
  }
  return dropped;
}

/** A short line that is no sentence. */
function isLabel({ tag, chars, endsSentence }: Region): boolean {
  return LINE_TAGS.has(tag) && chars < LABEL.chars && !endsSentence;
}

function isNotice(region: Region): boolean {
  if (!LINE_TAGS.has(region.tag) || region.chars > NOTICE.chars) return false;
  if (linkedShare(region) >= NOTICE.leastLinked) return true;
  const text = shortTextOf(region.element, NOTICE.textChars)?.toLowerCase() ?? '';
  return notices.phrases.some((phrase) => text.includes(phrase));
}

function outermostList(region: Region, root: Region): Region | undefined {
  let list: Region | undefined;
  let above: Region | undefined = region;
  for (let level = 0; above && above !== root && level < MOST_LEVELS; level += 1) {
    if (above.tag === 'ul' || above.tag === 'ol') list = above;
    above = above.parent;
  }
  return list;
}
