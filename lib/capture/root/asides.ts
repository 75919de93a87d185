import { topicsOf } from './names';
import { linkedShare, type Region } from './region';

/** A name is not believed when so much of the page's paragraphs would go with it. */
const LARGEST_NAMED_SHARE = 0.35;

/** What has to be left of a page without its comments: two sentences. */
const FEWEST_BESIDE_COMMENTS = 200;

/** Whether a region belongs to the site and not to the text: by its name, or because it leads elsewhere. */
export function isAside(region: Region, whole: Region): boolean {
  if (region === whole || region.tag === 'main' || region.tag === 'article') return false;
  if (isPointer(region)) return true;
  const topics = topicsOf(region);
  const proseElsewhere = whole.proseChars - region.proseChars;
  if (topics.has('comments') && proseElsewhere > FEWEST_BESIDE_COMMENTS) return true;
  if (region.proseChars > whole.proseChars * LARGEST_NAMED_SHARE) return false;
  if (topics.has('asides') || topics.has('comments') || isLinkList(region)) return true;
  return (topics.has('margins') || region.tag === 'aside') && !isInFlow(region);
}

/** Whether a region stands between paragraphs and holds some itself, like a box in a textbook. */
function isInFlow({ parent, chars, proseChars }: Region): boolean {
  if (proseChars * 2 < chars) return false;
  return parent?.children.some(({ tag, ownProseChars }) => tag === 'section' || ownProseChars > 0) === true;
}

const LINE_TAGS: ReadonlySet<string> = new Set(['center', 'div', 'p', 'section']);
const POINTER = { fewestLinkedChars: 20, mostOtherChars: 25, leastLinked: 0.5 } as const;

/** A line that only leads elsewhere: "See also: Another article". */
function isPointer(region: Region): boolean {
  if (region.runs !== 1 || region.endsSentence || !LINE_TAGS.has(region.tag) || region.parent?.tag === 'li')
    return false;
  const { chars, linkedChars } = region;
  if (linkedChars < POINTER.fewestLinkedChars || chars - linkedChars > POINTER.mostOtherChars) return false;
  return linkedShare(region) > POINTER.leastLinked;
}

const LIST_TAGS: ReadonlySet<string> = new Set(['div', 'dl', 'ol', 'section', 'ul']);
const LINK_LIST = { leastLinked: 0.6, mostProse: 0.2 } as const;

/** Several short texts, most of which are links. */
function isLinkList(region: Region): boolean {
  if (!LIST_TAGS.has(region.tag) || region.runs < 2 || region.columns > 0) return false;
  return (
    linkedShare(region) > LINK_LIST.leastLinked && region.proseChars < region.chars * LINK_LIST.mostProse
  );
}
