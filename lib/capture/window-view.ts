import { isConnected } from './blocks/dom-access';

/** A stretch of height in the coordinates of this window, in CSS pixels. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Where something stands, and which part of the height there can be seen. */
export interface Place {
  readonly place: Span;
  readonly visible: Span;
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
export function placeInWindow(element: Element, window_: Span): Place | undefined {
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

/**
 * Where a text stands that several elements hold, one below the other. Those out of view may have been scrolled out of a
 * panel in the page, so only what is in view tells which part can be seen.
 *
 * @param elements all of them, in page order; none or one where `inView` says it all
 * @param inView places of those that the browser says are in view, one at least
 */
export function placeOfAll(elements: readonly Element[], inView: readonly Place[]): Place {
  const shown = inView.map(({ place, visible }) => intersect(place, visible)).reduce(join);
  const [first, last] = [elements.at(0), elements.at(-1)];
  const [only] = inView;
  if (only && (!first || first === last)) return only;
  const ends = [first, last].flatMap((element) => (element && placeInWindow(element, shown)) ?? []);
  return { place: [...inView, ...ends].map(({ place }) => place).reduce(join), visible: shown };
}

function join(one: Span, other: Span): Span {
  return { top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom) };
}

function move({ top, bottom }: Span, by: number): Span {
  return { top: top + by, bottom: bottom + by };
}

function intersect(one: Span, other: Span): Span {
  return { top: Math.max(one.top, other.top), bottom: Math.min(one.bottom, other.bottom) };
}
