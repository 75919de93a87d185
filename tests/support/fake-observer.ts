/** An IntersectionObserver that reports as near whatever a test says is near. */
export class FakeObserver {
  static latest: FakeObserver;
  readonly observed = new Set<Element>();

  constructor(private readonly callback: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    FakeObserver.latest = this;
  }

  observe(element: Element) {
    this.observed.add(element);
  }

  unobserve(element: Element) {
    this.observed.delete(element);
  }

  disconnect() {
    this.observed.clear();
  }

  report(target: Element, isIntersecting: boolean) {
    this.callback([{ target, isIntersecting }]);
  }
}

/** Puts an element at a height of the window, in CSS pixels. */
export function place(element: Element, top: number, height: number): void {
  element.getBoundingClientRect = () => ({ top, bottom: top + height, height }) as DOMRect;
}
