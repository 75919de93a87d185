/** Smaller than this, an element is only there for scripts and screen readers. */
const SMALLEST_SIDE = 2;

/** Whether an element is there to be seen: rendered, of some size, and within the page rather than beside it. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { left, right, bottom, width, height } = element.getBoundingClientRect();
  if (width < SMALLEST_SIDE || height < SMALLEST_SIDE) return false;
  const { defaultView: view, documentElement } = element.ownerDocument;
  const { scrollX = 0, scrollY = 0, innerWidth = 0 } = view ?? {};
  const pageWidth = Math.max(documentElement.scrollWidth, innerWidth);
  return right + scrollX > 0 && bottom + scrollY > 0 && left + scrollX < pageWidth;
}
