import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSections, SECTION_LETTERS } from '@/lib/domain/imports/group-sections';
import type { ImportedBlock } from '@/lib/domain/imports/imported-block';

const block = (text: string, ...headingPath: string[]): ImportedBlock => ({
  text,
  kind: 'prose',
  lang: 'en',
  headingPath,
});
const long = (letters: number, ...path: string[]) => block('x'.repeat(letters), ...path);

describe('sections of a text', () => {
  it('are one where it is short, whatever its headings', () => {
    const blocks = [block('a', 'One'), block('b', 'Two'), block('c', 'Three')];
    expect(groupSections('Notes', blocks)).toEqual([{ title: 'Notes', blocks }]);
  });

  it('begin at a heading once there is enough before it', () => {
    const sections = groupSections('Book', [
      long(5_000, 'A'),
      long(2_000, 'A'),
      long(500, 'A', 'B'),
      long(500, 'C'),
    ]);
    expect(sections.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      ['Book', 2],
      ['B', 2],
    ]);
  });

  it('end in the middle of a chapter that is very long', () => {
    const sections = groupSections(
      '',
      Array.from({ length: 10 }, () => long(6_000, 'A')),
    );
    expect(sections.map(({ blocks }) => blocks.length)).toEqual([4, 4, 2]);
    expect(sections.map(({ title }) => title)).toEqual(['A', 'A', 'A']);
  });

  it('count a Chinese character twice', () => {
    const blocks = Array.from({ length: 4 }, () => block('水'.repeat(6_000)));
    expect(groupSections('', blocks).map((section) => section.blocks.length)).toEqual([2, 2]);
  });

  it('hold every block once, in order, and none is too long or empty', () => {
    const blocks = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 5 }))
        .map(([n, h]) => long(n, `${h}`)),
    );
    fc.assert(
      fc.property(blocks, (all) => {
        const sections = groupSections('', all);
        expect(sections.flatMap((section) => section.blocks)).toEqual(all);
        for (const section of sections) {
          const letters = section.blocks.reduce((sum, { text }) => sum + text.length, 0);
          expect(section.blocks.length).toBeGreaterThan(0);
          expect(letters).toBeLessThanOrEqual(SECTION_LETTERS.most);
        }
      }),
    );
  });
});
