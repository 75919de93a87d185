import { attributeOf, textOf } from './dom-access';

/** A formula on its own line as TeX where the page carries it; within a sentence, where TeX reads badly, as its symbols. */
export function mathsText(element: Element): string {
  if (!isDisplayMaths(element)) return symbolsOf(element);
  const annotation = element.querySelector(
    'annotation[encoding="application/x-tex"], annotation[encoding="TeX"]',
  );
  const tex = annotation ? textOf(annotation) : attributeOf(element, 'alttext');
  return tex?.trim() || symbolsOf(element);
}

/** The text of the formula itself, without the forms that are written beside it. */
function symbolsOf(element: Element): string {
  const presentation = element.querySelector('semantics > :first-child') ?? element;
  return (textOf(presentation) ?? '').replace(/\s+/g, '');
}

/** Whether a formula stands on a line of its own. */
export function isDisplayMaths(element: Element): boolean {
  return attributeOf(element, 'display') === 'block' || attributeOf(element, 'mode') === 'display';
}
