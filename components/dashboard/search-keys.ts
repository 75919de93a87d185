import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Whether a key that is pressed there writes, or chooses by its letter. */
export function isForWriting(element: Element | null): boolean {
  return element?.matches('input, textarea, select, [contenteditable]') ?? false;
}

/** Elements of the list that the arrow keys go through, from the field down. */
const STOPS = '.search-field__input, .page-link';

/**
 * Moves the focus by the arrow keys from the field to the results and among them, and back by `Escape`. Results are links, so
 * `Tab` reaches them as well, and what stands between them.
 *
 * @returns goes to the element that holds field and results
 */
export function useResultKeys(): RefObject<HTMLDivElement | null> {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = region.current;
    const listen = (event: KeyboardEvent) => element && moveThroughResults(event, element);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, []);
  return region;
}

function moveThroughResults(event: KeyboardEvent, region: HTMLElement): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const stops: Element[] = [...region.querySelectorAll(STOPS)];
  const at = document.activeElement === null ? -1 : stops.indexOf(document.activeElement);
  if (at < 0) return;
  const next = target(event.key, at, stops);
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

function target(key: string, at: number, stops: readonly Element[]): Element | undefined {
  switch (key) {
    case 'ArrowDown':
      return stops[at + 1];
    case 'ArrowUp':
      return stops[at - 1];
    case 'Escape':
      return at === 0 ? undefined : stops[0];
    default:
      return undefined;
  }
}
