import { isElement, shadowRootOf } from '../blocks/dom-access';

/** Shadow roots in shadow roots beyond this are not looked into. */
const MOST_LEVELS = 8;

/** Chromium lets a shadow root say what is selected in it; seen from outside, that is an empty selection at its host. */
interface SelectableRoot {
  getSelection?(): Selection | null;
}

/** What is selected in a frame, also within open shadow roots. Absent when nothing is. */
export function deepSelection(frame: Window): Selection | undefined {
  let selection = frame.getSelection();
  for (let level = 0; level < MOST_LEVELS && selection?.isCollapsed; level += 1) {
    const host: Node | undefined = selection.anchorNode?.childNodes[selection.anchorOffset];
    const root = host && isElement(host) ? shadowRootOf(host) : null;
    selection = (root as SelectableRoot | null)?.getSelection?.() ?? null;
  }
  const isEmpty = !selection || selection.isCollapsed || selection.rangeCount === 0;
  return isEmpty ? undefined : (selection ?? undefined);
}
