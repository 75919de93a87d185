import type { Centres } from '../embedding/centring';
import type { Embedding } from '../embedding/model';
import { dot } from '../embedding/vector';
import type { Passage } from '../reading/model';
import { locatePassages } from './locate';
import type { Interest } from './model';
import { isSpoken } from './participation';

/** What is needed to place the passages of one page among the interests that exist. */
export interface PageToAssign {
  /** In page order. */
  readonly passages: readonly Passage[];
  /** Raw vectors by passage id; may hold more than this page, and may lack some. */
  readonly vectors: ReadonlyMap<string, Embedding>;
  readonly centres: Centres;
  readonly interests: readonly Interest[];
  /** Passages whose interest is known already; may hold more than this page. */
  readonly placed?: ReadonlyMap<string, string>;
}

/**
 * Interest of each passage of a page: the nearest centroid for passages that say enough, and the interest of their
 * nearest neighbour on the page for the others.
 *
 * The centroids stay where the last fit left them. Moving each towards what is assigned to it would change little before
 * the next fit, which comes when the reading has grown by a fifth, and what changed would be wrong: the space of the fit
 * stands still, so a centroid would follow the drift of the centre, and near subjects would grow into one another.
 *
 * @returns interest id by passage id; empty when there are no interests or no vectors yet
 */
export function assignToInterests({
  passages,
  vectors,
  centres,
  interests,
  placed = new Map(),
}: PageToAssign): Map<string, string> {
  const page = [{ pageId: '', title: '', passages }];
  const shaping = locatePassages(page, vectors, centres);
  const located = shaping.length > 0 ? shaping : locatePassages(page, vectors, centres, isSpoken);
  const assignments = new Map<string, string>();
  for (const { passage, point } of located) {
    const interestId = placed.get(passage.id) ?? nearestInterest(point, interests)?.id;
    if (interestId !== undefined) assignments.set(passage.id, interestId);
  }
  return followNeighbours(passages, assignments);
}

/**
 * Gives each passage without an interest that of the nearest passage of the page which has one, the earlier of two
 * equally near.
 *
 * @param passages of one page, in page order
 */
export function followNeighbours(
  passages: readonly { readonly id: string }[],
  assignments: ReadonlyMap<string, string>,
): Map<string, string> {
  const assigned = passages.flatMap(({ id }, at) => {
    const interestId = assignments.get(id);
    return interestId === undefined ? [] : [{ at, interestId }];
  });
  const [first, ...others] = assigned;
  if (!first) return new Map();
  return new Map(
    passages.map(({ id }, at) => {
      const nearest = others.reduce(
        (best, next) => (Math.abs(next.at - at) < Math.abs(best.at - at) ? next : best),
        first,
      );
      return [id, nearest.interestId];
    }),
  );
}

function nearestInterest(point: Float32Array, interests: readonly Interest[]): Interest | undefined {
  let best: { interest: Interest; similarity: number } | undefined;
  for (const interest of interests) {
    const similarity = dot(point, interest.centroid);
    if (!best || similarity > best.similarity) best = { interest, similarity };
  }
  return best?.interest;
}
