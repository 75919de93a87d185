import { attributeOf } from '../blocks/dom-access';
import { goesOnAround } from './one-text';
import type { Region } from './region';
import type { Weights } from './weigh';

/** How authors mark what a page is about, the most exact mark first. */
const MARKS: readonly ((region: Region) => boolean)[] = [
  ({ element }) => attributeOf(element, 'itemprop')?.split(/\s+/).includes('articleBody') === true,
  ({ element, tag }) => tag === 'main' || attributeOf(element, 'role') === 'main',
  ({ tag }) => tag === 'article',
];

const MOST_MARKED = 500;

/** Less text than this is an empty frame that a script may fill later. */
const FEWEST_CHARS = 40;

/** Of several marked regions, one holds the content when it has this share of their text … */
const CONTENT_SHARE = 0.6;
/** … or so many times the flow of the next one. */
const FLOW_LEAD = 3;

/** The part of a region that is gone down to holds this share of its paragraphs. */
const TRUNK_SHARE = 0.8;

/** The region that holds the content: what the page marks, else where its paragraphs are. */
export function* chooseRoot(
  regions: readonly Region[],
  weights: Weights,
): Generator<undefined, Region | undefined> {
  for (const isMarked of MARKS) {
    const marked: Region[] = [];
    for (const region of regions) {
      if (marked.length < MOST_MARKED && isMarked(region)) marked.push(region);
      yield undefined;
    }
    const chosen = chooseMarked(marked, weights);
    if (chosen) return descend(chosen, weights);
  }
  const [whole] = regions;
  return whole && descend(whole, weights);
}

function chooseMarked(marked: readonly Region[], weights: Weights): Region | undefined {
  const all = new Set(marked);
  const outermost = marked.filter((region) => !isInAny(region, all));
  const total = outermost.reduce((sum, { chars }) => sum + chars, 0);
  if (total < FEWEST_CHARS) return undefined;
  const flowOf = (region: Region | undefined) => (region && weights.get(region)?.flow) ?? 0;
  const [first, second] = outermost.toSorted((a, b) => flowOf(b) - flowOf(a));
  if (flowOf(first) > FLOW_LEAD * flowOf(second)) return first;
  return outermost.find(({ chars }) => chars >= total * CONTENT_SHARE);
}

function isInAny(region: Region, others: ReadonlySet<Region>): boolean {
  for (let above = region.parent; above; above = above.parent) if (others.has(above)) return true;
  return false;
}

const FRAME_TAGS: ReadonlySet<string> = new Set(
  'article body center div form main section table tbody td tr'.split(' '),
);

/** Goes down to the part that holds nearly all paragraphs, as long as nothing of the text stays outside. */
function descend(start: Region, weights: Weights): Region {
  const proseOf = (region: Region) => weights.get(region)?.prose ?? 0;
  let region = start;
  for (;;) {
    const enough = proseOf(region) * TRUNK_SHARE;
    const trunk = region.children.find((child) => FRAME_TAGS.has(child.tag) && proseOf(child) > enough);
    if (!trunk || goesOnAround(trunk, region, weights)) return region;
    region = trunk;
  }
}
