import { enterHeading, type Heading, type HeadingTrail } from './heading-trail';

export interface OutlinePlace {
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

/** A heading of a page, in its place among the others where the table of contents has it. */
export function placeHeading(outline: readonly OutlinePlace[], page: number, heading: Heading): Heading {
  const name = withoutNumber(heading.text);
  const entry = outline.find((other) => other.page === page && withoutNumber(other.title) === name);
  return entry ? { ...heading, size: OUTERMOST_SIZE - entry.depth } : heading;
}

/** Tables of contents often leave out the numbers that the pages have. */
function withoutNumber(text: string): string {
  return text.replace(/^[\d.]+\s*/, '').replace(/\s+/g, '');
}
