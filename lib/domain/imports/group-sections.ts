import type { ImportedBlock } from './imported-block';

/** What is stored at once and learned from together: a chapter, or a piece of a long one. */
export interface ImportedSection {
  /** Empty where nothing names it. */
  readonly title: string;
  readonly blocks: readonly ImportedBlock[];
}

/** Letters, a Chinese character counted as two. */
export const SECTION_LETTERS = {
  /** A heading begins a new section only behind so much. */
  fewest: 6_000,
  /** A section ends here even in the middle of a chapter. */
  most: 24_000,
} as const;

/** Cuts a document into sections: where a heading begins after enough text, and before one grows too long. */
export function groupSections(title: string, blocks: readonly ImportedBlock[]): ImportedSection[] {
  const groups: ImportedBlock[][] = [];
  let letters = 0;
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const size = lettersOf(block.text);
    const isHeaded = last !== undefined && !isSamePath(last.headingPath, block.headingPath);
    const isDue = letters + size > SECTION_LETTERS.most || (isHeaded && letters >= SECTION_LETTERS.fewest);
    if (!group || isDue) {
      groups.push([block]);
      letters = size;
    } else {
      group.push(block);
      letters += size;
    }
  }
  return groups.map((group, index) => ({ title: titleOf(group, index, title), blocks: group }));
}

/** The first section bears the name of the document, those that follow the heading that they begin with. */
function titleOf(group: readonly ImportedBlock[], index: number, title: string): string {
  const heading = group[0]?.headingPath.at(-1) ?? '';
  return index === 0 ? title || heading : heading || title;
}

function lettersOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

function isSamePath(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((heading, depth) => heading === right[depth]);
}
