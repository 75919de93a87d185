import { attributeOf, classesOf } from './dom-access';
import { shortTextOf } from './short-text';

/** Tables that lay an equation out, with its number beside it. */
const EQUATION_TABLE = 'ltx_eqn_table';

const MOST_ROWS = 20;

/** Longer texts than this are not facts in a grid but passages set beside one another. */
const LONGEST_FACT = 120;

/** What no cell of facts holds. */
const PASSAGES = 'table, pre, h1, h2, h3, h4, ul, ol, p + p, form, iframe';

/**
 * Whether a table holds facts: it names its columns or itself, or is a plain grid of short texts. Other tables lay out
 * notes, listings or the whole page.
 */
export function isFactTable(element: Element, tag: string): boolean {
  if (tag !== 'table' || /^(?:presentation|none)$/.test(attributeOf(element, 'role') ?? '')) return false;
  if (classesOf(element).includes(EQUATION_TABLE) || element.querySelector('table, pre') !== null)
    return false;
  if (element.querySelector('caption') !== null || element.querySelectorAll('th').length > 1) return true;
  return element.querySelector(PASSAGES) === null && isGrid(element);
}

/** Whether the first rows have the same number of short cells each, two or more. */
function isGrid(table: Element): boolean {
  const { rows } = table as Partial<HTMLTableElement>;
  const first = rows?.[0]?.cells.length ?? 0;
  if (!rows || rows.length < 2 || first < 2) return false;
  for (let index = 0; index < Math.min(rows.length, MOST_ROWS); index += 1) {
    const cells = [...(rows[index]?.cells ?? [])];
    if (cells.length !== first || cells.some((cell) => shortTextOf(cell, LONGEST_FACT) === undefined))
      return false;
  }
  return true;
}
