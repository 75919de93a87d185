import { type Centres, centre } from '../embedding/centring';
import type { Embedding } from '../embedding/model';
import type { Passage } from '../reading/model';
import { blendWithPages } from './page-blend';
import type { PageGroup } from './page-groups';
import { type SpokenPassage, shapesInterests } from './participation';

/** A passage as a point among the subjects: centred, blended with its page, unit length. */
export interface LocatedPassage {
  readonly passage: SpokenPassage;
  readonly page: PageGroup;
  readonly point: Float32Array;
}

/**
 * Points of the passages of some pages, in order.
 *
 * @param vectors raw vectors by passage id; a passage without one is left out
 * @param centres a passage of a language without a centre is left out
 * @param takesPart which passages are wanted, and shape the mean of their page
 */
export function locatePassages(
  pages: readonly PageGroup[],
  vectors: ReadonlyMap<string, Embedding>,
  centres: Centres,
  takesPart: (passage: Passage) => passage is SpokenPassage = shapesInterests,
): LocatedPassage[] {
  return blendWithPages(
    pages.flatMap((page) =>
      page.passages.filter(takesPart).flatMap((passage) => {
        const vector = vectors.get(passage.id);
        const center = centres[passage.lang];
        return vector && center ? [{ passage, page, point: centre(vector, center) }] : [];
      }),
    ),
  );
}
