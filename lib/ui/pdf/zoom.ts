/** CSS pixels per point at which a page has its printed size. */
const ACTUAL = 96 / 72;
const STEP = 1.2;
const SMALLEST = 0.4;
const LARGEST = 5;
/** Wider pages are tiring to read, so a file opens at most so large. */
const LARGEST_AT_FIRST = 1.5;

/** How large pages are shown: as wide as there is room, or by a factor in CSS pixels per point. */
export type Zoom = 'first' | 'fit' | number;

/**
 * CSS pixels per point.
 *
 * @param pageWidth of the widest usual page, in points
 * @param room width for a page, in CSS pixels
 */
export function zoomFactor(zoom: Zoom, pageWidth: number, room: number): number {
  if (typeof zoom === 'number') return zoom;
  const fitting = clamp(room / pageWidth);
  return zoom === 'fit' ? fitting : Math.min(fitting, LARGEST_AT_FIRST);
}

export function zoomedIn(factor: number): number {
  return clamp(factor * STEP);
}

export function zoomedOut(factor: number): number {
  return clamp(factor / STEP);
}

/** As people write it: 100 is the size in print. */
export function zoomPercent(factor: number): number {
  return Math.round((factor / ACTUAL) * 100);
}

function clamp(factor: number): number {
  return Math.min(Math.max(factor, SMALLEST), LARGEST);
}
