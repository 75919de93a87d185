import type { BuiltText, TextBuilder } from './text-builder';

interface Row {
  readonly cells: string[];
  /** Whether it is the caption, or only names columns. */
  isHeader: boolean;
}

/** Puts a table together: a line for its caption and for each row, cells side by side. */
export class TableText implements TextBuilder {
  readonly #rows: Row[] = [];
  readonly #open: string[] = [];

  open(_element: Element, tag: string, isBlock: boolean): void {
    if (tag === 'caption' || tag === 'tr') this.#rows.push({ cells: [], isHeader: true });
    else if (tag === 'td' || tag === 'th') this.#beginCell(tag);
    else if (isBlock || tag === 'br') this.add(' ');
    this.#open.push(tag);
  }

  close(): void {
    const tag = this.#open.pop();
    if (tag === 'p' || tag === 'div' || tag === 'li') this.add(' ');
  }

  add(text: string): void {
    const cells = this.#rows.at(-1)?.cells;
    if (!cells || (cells.length === 0 && text.trim() === '')) return;
    cells.push((cells.pop() ?? '') + text.replace(/\s+/g, ' '));
  }

  build(): BuiltText {
    const rows = this.#rows
      .map(({ cells, isHeader }) => ({ line: toLine(cells), isHeader }))
      .filter(({ line }) => line !== '');
    const facts = rows.findIndex(({ isHeader }) => !isHeader);
    return { text: rows.map(({ line }) => line).join('\n'), headerLines: Math.max(facts, 0) };
  }

  #beginCell(tag: string): void {
    const row = this.#rows.at(-1);
    row?.cells.push('');
    if (row && tag === 'td' && this.#open.at(-2) !== 'thead') row.isHeader = false;
  }
}

/** Cells side by side; empty ones count only between others. */
function toLine(cells: readonly string[]): string {
  const texts = cells.map((cell) => cell.replace(/ +/g, ' ').trim());
  const first = texts.findIndex((text) => text !== '');
  const last = texts.findLastIndex((text) => text !== '');
  return first < 0 ? '' : texts.slice(first, last + 1).join(' | ');
}
