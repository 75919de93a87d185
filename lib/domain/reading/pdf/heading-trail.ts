import { CAPTURE_LIMITS } from '../capture-limits';

export interface Heading {
  readonly text: string;
  /** Size of its letters, in points. */
  readonly size: number;
}

const SAME_SIZE = 0.3;
const NUMBER = /^\d{1,3}(?:\.\d{1,3})*/;

/** The headings above a place in a file, outermost first; smaller ones, or ones with a longer number, are within larger ones. */
export type HeadingTrail = readonly Heading[];

export function enterHeading(trail: HeadingTrail, heading: Heading): HeadingTrail {
  return [...trail.filter((above) => isWithin(heading, above)), heading].slice(-CAPTURE_LIMITS.headings);
}

export function headingPath(trail: HeadingTrail): string[] {
  return trail.map(({ text }) => text.slice(0, CAPTURE_LIMITS.headingChars));
}

function isWithin(heading: Heading, above: Heading): boolean {
  const [number] = heading.text.match(NUMBER) ?? [];
  const [numberAbove] = above.text.match(NUMBER) ?? [];
  if (number !== undefined && numberAbove !== undefined) return number.startsWith(`${numberAbove}.`);
  return heading.size < above.size - SAME_SIZE;
}
