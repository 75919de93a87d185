import { enterHeading, type HeadingTrail } from './heading-trail';

interface OutlinePlace {
  readonly title: string;
  readonly depth: number;
  readonly page: number;
}

/** Larger than any letters of a page, so that headings found there come below. */
const OUTERMOST_SIZE = 10_000;

/** The headings that hold at the top of a page according to the file's table of contents. */
export function trailFromOutline(outline: readonly OutlinePlace[], page: number): HeadingTrail {
  return outline
    .filter((entry) => entry.page < page)
    .reduce<HeadingTrail>(
      (trail, { title, depth }) =>
        enterHeading(
          trail.filter((above) => above.size > OUTERMOST_SIZE - depth),
          { text: title, size: OUTERMOST_SIZE - depth },
        ),
      [],
    );
}
