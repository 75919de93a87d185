import { isCodeEditor } from './code/code-form';
import { attributeOf, isElement, parentOf } from './dom-access';

/** Whether somebody writes where an element is: in an editable area, in an editor, or in a page that is one (`designMode`). */
export function isInWritingArea(element: Element): boolean {
  if ((element as Partial<HTMLElement>).isContentEditable) return true;
  for (let above: Node | null = element; above !== null && isElement(above); above = parentOf(above)) {
    if (attributeOf(above, 'role') === 'textbox' || isCodeEditor(above)) return true;
  }
  return false;
}
