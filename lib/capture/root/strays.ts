import { goesOnAround, isOfOneText } from './one-text';
import { linkedShare, type Region } from './region';
import type { Weights } from './weigh';

/** So much flow, or such a share of that of the text, makes a region part of the text wherever it stands. */
const ENOUGH = { flow: 400, share: 0.2 } as const;
const MOST_LINKED = 0.2;

/** Regions beside the way from the root to its densest part that are not of one text with it: teasers, introductions of the site. */
export function* findStrays(root: Region, weights: Weights): Generator<undefined, Region[]> {
  const weight = weights.get(root);
  if (!weight) return [];
  const enough = Math.min(ENOUGH.flow, weight.flow * ENOUGH.share);
  const strays: Region[] = [];
  for (let trunk = weight.densest; trunk !== root && trunk.parent; trunk = trunk.parent) {
    yield undefined;
    if (goesOnAround(trunk, trunk.parent, weights)) continue;
    for (const sibling of trunk.parent.children) {
      yield undefined;
      if (sibling === trunk || isOfOneText(sibling, trunk)) continue;
      const flow = weights.get(sibling)?.flow ?? 0;
      if (flow < enough || linkedShare(sibling) > MOST_LINKED) strays.push(sibling);
    }
  }
  return strays;
}
