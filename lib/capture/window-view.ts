import { isConnected } from './blocks/dom-access';

/** A stretch of height in the coordinates of this window, in CSS pixels. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

export interface WindowView {
  /** The part of this window that the learner can see. */
  span(): Span;
  stop(): void;
}

/** A frame as tall as its page is in view only in part; the browser says which part, one of a hundred steps at a time. */
const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);

export function watchWindowView(): WindowView {
  if (window === window.top) return { span: wholeWindow, stop: () => undefined };
  let clipped: Span | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      const rect = entries.at(-1)?.intersectionRect;
      clipped = rect && rect.height > 0 ? { top: rect.top, bottom: rect.bottom } : undefined;
    },
    { threshold: STEPS },
  );
  observer.observe(document.documentElement);
  return { span: () => clipped ?? wholeWindow(), stop: () => observer.disconnect() };
}

function wholeWindow(): Span {
  return { top: 0, bottom: window.innerHeight };
}

/**
 * Where an element stands and which part of the height there can be seen, in the coordinates of this window, also when it
 * is in a frame of the same origin. Undefined when the element is not in the page any more.
 */
export function placeInWindow(element: Element, window_: Span): { place: Span; visible: Span } | undefined {
  if (!isConnected(element)) return undefined;
  const { top, bottom } = element.getBoundingClientRect();
  let place = { top, bottom };
  let visible: Span = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
  for (let view = element.ownerDocument.defaultView; view !== window; ) {
    const frame: Element | null | undefined = view?.frameElement;
    if (!view || !frame || !isConnected(frame)) return undefined;
    const offset = frame.getBoundingClientRect().top + frame.clientTop;
    place = move(place, offset);
    visible = intersect(move(visible, offset), { top: offset, bottom: offset + view.innerHeight });
    view = frame.ownerDocument.defaultView;
  }
  return { place, visible: intersect(visible, window_) };
}

function move({ top, bottom }: Span, by: number): Span {
  return { top: top + by, bottom: bottom + by };
}

function intersect(one: Span, other: Span): Span {
  return { top: Math.max(one.top, other.top), bottom: Math.min(one.bottom, other.bottom) };
}
