/** Smaller than this, an element is only there for scripts and screen readers. */
const SMALLEST_SIDE = 2;

/** Whether an element is there to be seen: rendered, of some size, and within the page rather than beside it. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && hasPlace(element);
}

/**
 * Whether a field can be typed into. Some pages lay one that is transparent over dots that they draw; one that is transparent
 * and cannot be clicked is in a dialog that waits.
 */
export function isUsable(field: Element): boolean {
  if (isShown(field)) return true;
  if (!field.checkVisibility({ visibilityProperty: true }) || !hasPlace(field)) return false;
  return getComputedStyle(field).pointerEvents !== 'none';
}

function hasPlace(element: Element): boolean {
  const { left, right, bottom, width, height } = element.getBoundingClientRect();
  if (width < SMALLEST_SIDE || height < SMALLEST_SIDE) return false;
  const { defaultView: view, documentElement } = element.ownerDocument;
  const { scrollX = 0, scrollY = 0, innerWidth = 0 } = view ?? {};
  const pageWidth = Math.max(documentElement.scrollWidth, innerWidth);
  return right + scrollX > 0 && bottom + scrollY > 0 && left + scrollX < pageWidth;
}
