import { type Place, placeInWindow, type Span } from './window-view';

/** Something that elements of the page hold: one, or several below one another. */
export interface Held {
  readonly element: Element;
  readonly elements?: readonly Element[];
}

/** Keeps account of which elements the browser says are near the window, so that only those need be measured. */
export class NearTexts<Text extends Held> {
  readonly #heldBy = new Map<Element, Text[]>();
  readonly #near = new Set<Element>();
  readonly #observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#near.add(target);
      else this.#near.delete(target);
    }
  });

  watch(text: Text): void {
    for (const element of text.elements ?? [text.element]) {
      const others = this.#heldBy.get(element);
      if (others) others.push(text);
      else {
        this.#heldBy.set(element, [text]);
        this.#observer.observe(element);
      }
    }
  }

  /** The texts that are near, with the places of those of their elements that are. */
  measure(window_: Span): Map<Text, Place[]> {
    const placesOf = new Map<Text, Place[]>();
    for (const element of this.#near) {
      const place = placeInWindow(element, window_);
      // It may come back, and before the browser noticed that it was gone.
      if (!place) continue;
      for (const text of this.#heldBy.get(element) ?? [])
        placesOf.set(text, [...(placesOf.get(text) ?? []), place]);
    }
    return placesOf;
  }

  clear(): void {
    this.#observer.disconnect();
    this.#near.clear();
    this.#heldBy.clear();
  }
}
