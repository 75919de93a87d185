import { attributeOf } from '../blocks/dom-access';
import type { Region } from './region';
import type { Weights } from './weigh';

const TEXT_TAGS: ReadonlySet<string> = new Set(
  'blockquote dl h1 h2 h3 h4 h5 h6 math ol p pre section table ul'.split(' '),
);

/** Whether a region beside another one is built like a part of the same text: a paragraph, or the next section. */
export function isOfOneText(region: Region, trunk: Region): boolean {
  if (TEXT_TAGS.has(region.tag)) return true;
  if (region.tag !== trunk.tag) return false;
  const name = region.tag === 'div' ? firstClass(region) : region.tag;
  // Divisions without a name are sections when each has its heading.
  if (name === '') return firstClass(trunk) === '' && region.headings > 0 && trunk.headings > 0;
  return region.tag !== 'div' || name === firstClass(trunk);
}

/** Whether the text goes on around its largest part: in the region itself or in parts that are built like it. */
export function goesOnAround(trunk: Region, region: Region, weights: Weights): boolean {
  if (region.ownProseChars > 0) return true;
  const isPart = (child: Region) =>
    child !== trunk && (weights.get(child)?.prose ?? 0) > 0 && isOfOneText(child, trunk);
  return region.children.some(isPart);
}

function firstClass({ element }: Region): string {
  return attributeOf(element, 'class')?.trim().split(/\s+/)[0] ?? '';
}
