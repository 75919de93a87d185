import { attributeOf, textOf } from './dom-access';

/** Formula as TeX where the page carries it, else as the text of its symbols. */
export function mathsText(element: Element): string {
  const annotation = element.querySelector(
    'annotation[encoding="application/x-tex"], annotation[encoding="TeX"]',
  );
  const tex = annotation ? textOf(annotation) : attributeOf(element, 'alttext');
  return (tex ?? textOf(element) ?? '').replace(/\s+/g, ' ').trim();
}

/** Whether a formula stands on a line of its own. */
export function isDisplayMaths(element: Element): boolean {
  return attributeOf(element, 'display') === 'block' || attributeOf(element, 'mode') === 'display';
}
