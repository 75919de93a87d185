import { type InnerTree, isFrame, ShownTrees } from '../blocks/shown-trees';
import { traverse } from '../blocks/traverse';
import { headingLevel, isInline, isLink, isSkipped } from '../element-roles';
import { countChars } from './count-chars';
import { addToParent, createRegion, type Region } from './region';

export const SURVEY_LIMITS = {
  steps: 600_000,
  regions: 60_000,
  textNodes: 60_000,
  charsPerTextNode: 20_000,
} as const;

/** A run shorter than this is a label, a date, a name. */
const SHORTEST_PROSE = 60;
/** Some scripts, and some authors, do without punctuation. */
const SHORTEST_UNPUNCTUATED = 150;
const MOST_LINKED = 0.5;
const PUNCTUATION = /[,.;:!?，。；：！？、]/;
const SENTENCE_END = /[.!?:…。！？：][\p{P}\p{S}]*\s*$/u;

const PICTURE_TAGS: ReadonlySet<string> = new Set(
  'canvas embed iframe img object picture svg video'.split(' '),
);

/**
 * Goes through a page once and returns its regions in document order, the whole first.
 *
 * @param onInnerTree called for each open shadow root and frame on the way
 */
export function* surveyPage(
  top: Element,
  onInnerTree: (tree: InnerTree) => void,
): Generator<undefined, Region[]> {
  const surveyor = new Surveyor();
  const { regions } = surveyor;
  let steps = 0;
  let textNodes = 0;
  const trees = new ShownTrees(onInnerTree);
  const accepts = (element: Element, tag: string) => {
    if (PICTURE_TAGS.has(tag)) surveyor.addPicture();
    return isFrame(tag) ? trees.acceptsFrame(element) : !isSkipped(element, tag);
  };
  for (const step of traverse(top, accepts, trees.shownBy)) {
    steps += 1;
    if (step.type === 'open') surveyor.open(step.element, step.tag);
    else if (step.type === 'close') surveyor.close();
    else if (step.type === 'text') {
      textNodes += 1;
      surveyor.addText(step.node.data.slice(0, SURVEY_LIMITS.charsPerTextNode));
    }
    yield undefined;
    if (isEnough(steps, regions.length, textNodes)) break;
  }
  surveyor.endRun();
  for (let index = regions.length - 1; index > 0; index -= 1) {
    const region = regions[index];
    if (region) addToParent(region);
    yield undefined;
  }
  return regions;
}

function isEnough(steps: number, regions: number, textNodes: number): boolean {
  const { steps: mostSteps, regions: mostRegions, textNodes: mostTextNodes } = SURVEY_LIMITS;
  return steps >= mostSteps || regions >= mostRegions || textNodes >= mostTextNodes;
}

/** An open element. Inline ones count towards the region around them. */
interface OpenElement {
  readonly region: Region;
  readonly isBlock: boolean;
  readonly isInLink: boolean;
  /** Hidden paragraphs say nothing about where a reader reads, though they may be shown later. */
  readonly isHidden: boolean;
}

class Surveyor {
  readonly regions: Region[] = [];
  readonly #open: OpenElement[] = [];
  #chars = 0;
  #linkedChars = 0;
  #isPunctuated = false;
  #endsSentence = false;

  open(element: Element, tag: string): void {
    const above = this.#open.at(-1);
    const isInLink = isLink(element, tag) || above?.isInLink === true;
    if (above && isInline(element, tag)) {
      this.#open.push({ ...above, isBlock: false, isInLink });
      return;
    }
    this.endRun();
    const region = createRegion(element, tag, above?.region);
    if (headingLevel(element, tag) > 0) region.headings = 1;
    if (tag === 'th') region.columns = 1;
    this.regions.push(region);
    const isHidden = above?.isHidden === true || getComputedStyle(element).display === 'none';
    this.#open.push({ region, isBlock: true, isInLink, isHidden });
  }

  close(): void {
    if (this.#open.at(-1)?.isBlock) this.endRun();
    this.#open.pop();
  }

  addPicture(): void {
    const region = this.#open.at(-1)?.region;
    if (region) region.pictures += 1;
  }

  addText(text: string): void {
    const chars = countChars(text);
    this.#chars += chars;
    if (this.#open.at(-1)?.isInLink) this.#linkedChars += chars;
    this.#isPunctuated ||= PUNCTUATION.test(text);
    if (text.trim() !== '') this.#endsSentence = SENTENCE_END.test(text.slice(-10));
  }

  /** Ends the run of text that was gathered since the last boundary. */
  endRun(): void {
    const chars = this.#chars;
    const linkedChars = this.#linkedChars;
    const isLong = chars >= (this.#isPunctuated ? SHORTEST_PROSE : SHORTEST_UNPUNCTUATED);
    const isProse = isLong && linkedChars <= chars * MOST_LINKED;
    const endsSentence = this.#endsSentence;
    this.#chars = 0;
    this.#linkedChars = 0;
    this.#isPunctuated = false;
    this.#endsSentence = false;
    const open = this.#open.at(-1);
    if (!open || chars === 0) return;
    const { region, isHidden } = open;
    region.runs += 1;
    region.ownRuns += 1;
    region.chars += chars;
    region.linkedChars += linkedChars;
    region.endsSentence = endsSentence;
    if (!isProse || isHidden || region.headings > 0) return;
    region.ownProseChars += chars - 2 * linkedChars;
    region.proseChars += chars - 2 * linkedChars;
  }
}
