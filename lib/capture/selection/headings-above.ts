import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { tagOf } from '../blocks/dom-access';
import { Outline } from '../blocks/outline';
import { isInWritingArea } from '../blocks/writing-area';
import { headingLevel } from '../element-roles';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** Headings in these name parts of the site, not of the text. */
const ELSEWHERE = 'nav, aside, footer, dialog, [role="navigation"], [role="complementary"], [hidden]';

/** Enough for a book on one page. */
const MOST_HEADINGS = 5_000;

/** The headings above each place of a page, outermost first. The places are given in page order. */
export function headingsAbove(places: readonly Element[], page: Document): (readonly string[])[] {
  const headings = [...page.querySelectorAll(HEADINGS)].slice(0, MOST_HEADINGS);
  const outline = new Outline();
  let passed = 0;
  return places.map((place) => {
    for (let next = headings[passed]; next && isAbove(next, place); next = headings[passed]) {
      if (next.closest(ELSEWHERE) === null) outline.add(headingLevel(next, tagOf(next)), unwrittenText(next));
      passed += 1;
    }
    return outline.path.slice(0, CAPTURE_LIMITS.headings);
  });
}

/** A heading without what the learner writes in it. */
function unwrittenText(heading: Element): string {
  const walker = heading.ownerDocument.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.parentElement && !isInWritingArea(node.parentElement)) text += node.data;
  }
  return text;
}

function isAbove(heading: Element, place: Element): boolean {
  const position = heading.compareDocumentPosition(place);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !heading.contains(place);
}
