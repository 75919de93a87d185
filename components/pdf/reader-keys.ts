import type { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';

/**
 * Moves and zooms by key. Scrolling (Page Down, space) is the browser's own; Home and End jump, since a scroll past hundreds
 * of pages would have each of them painted.
 */
export function runReaderKey(press: KeyboardEvent, model: PdfReaderModel): void {
  if (model.screen.peek().kind !== 'open' || press.ctrlKey || press.metaKey || press.altKey) return;
  if (press.target instanceof Element && press.target.closest('input, [contenteditable]') !== null) return;
  const { view } = model;
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => view.enlarge(),
    '=': () => view.enlarge(),
    '-': () => view.reduce(),
    '0': () => view.fit(),
    Home: () => view.goTo(1),
    End: () => view.goTo(Number.POSITIVE_INFINITY),
    ArrowRight: () => view.goTo(view.current.peek() + 1),
    ArrowLeft: () => view.goTo(view.current.peek() - 1),
  };
  const action = actions[press.key];
  if (action === undefined) return;
  press.preventDefault();
  action();
}
