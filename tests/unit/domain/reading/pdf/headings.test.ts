import { describe, expect, it } from 'vitest';
import { findPassages } from '@/lib/domain/reading/pdf/file-passages';
import { enterHeading, type HeadingTrail, headingPath } from '@/lib/domain/reading/pdf/heading-trail';
import type { LayoutBlock } from '@/lib/domain/reading/pdf/layout-block';
import { placeHeading, trailFromOutline } from '@/lib/domain/reading/pdf/outline-trail';

const enterAll = (...headings: readonly [string, number][]) =>
  headingPath(
    headings.reduce<HeadingTrail>((trail, [text, size]) => enterHeading(trail, { text, size }), []),
  );

describe('the headings above a place', () => {
  it('are those of larger letters', () => {
    expect(enterAll(['Bees', 20], ['Dance', 14], ['Direction', 12], ['Nest', 14])).toEqual(['Bees', 'Nest']);
  });

  it('follow numbers where there are any, whatever the size', () => {
    expect(enterAll(['1 Bees', 12], ['1.2 Dance', 12], ['1.2.7 Angle', 12], ['1.3 Nest', 12])).toEqual([
      '1 Bees',
      '1.3 Nest',
    ]);
  });

  it('come from the table of contents where the learner jumped to', () => {
    const outline = [
      { title: 'Bees', depth: 0, page: 1 },
      { title: 'Dance', depth: 1, page: 3 },
      { title: 'Nest', depth: 1, page: 9 },
      { title: 'Tea', depth: 0, page: 20 },
    ];
    const trail = trailFromOutline(outline, 12);
    expect(headingPath(trail)).toEqual(['Bees', 'Nest']);
    expect(headingPath(enterHeading(trail, { text: 'Scouts', size: 12 }))).toEqual([
      'Bees',
      'Nest',
      'Scouts',
    ]);
  });
});

describe('a heading of a page that is in the table of contents', () => {
  const outline = [
    { title: 'Bees', depth: 0, page: 1 },
    { title: 'Dance', depth: 1, page: 3 },
    { title: 'Nest', depth: 1, page: 4 },
  ];

  it('stands at its depth there, with or without a number', () => {
    const trail = trailFromOutline(outline, 4);
    const nest = placeHeading(outline, 4, { text: '1.2 Nest', size: 12 });
    expect(headingPath(enterHeading(trail, nest))).toEqual(['Bees', '1.2 Nest']);
    expect(placeHeading(outline, 9, { text: 'Nest', size: 12 })).toEqual({ text: 'Nest', size: 12 });
  });
});

describe('the passages of a page', () => {
  const block = (kind: LayoutBlock['kind'], text: string): LayoutBlock => ({
    kind,
    text,
    pieces: [],
    box: { left: 0, top: 0, width: 100, height: 20 },
    size: kind === 'heading' ? 14 : 10,
  });
  const page = (...blocks: readonly LayoutBlock[]) => ({ number: 1, width: 1, height: 1, lang: '', blocks });

  it('know their headings and their own language, and leave out what is no reading matter', () => {
    const { passages, trail } = findPassages(
      page(
        block('heading', '乌龙茶'),
        block('prose', '做青是乌龙茶特有的工序，茶农把叶片放在竹筛里反复摇动。'),
        block('prose', 'The decision falls when a quorum of about twenty scouts meets at one site.'),
        block('prose', '12'),
        block('aside', 'Chapter 3: How the bees decide where to go'),
      ),
      [],
    );
    expect(passages.map(({ block: place, lang, headingPath: path }) => [place, lang, path])).toEqual([
      [1, 'zh', ['乌龙茶']],
      [2, 'en', ['乌龙茶']],
    ]);
    expect(headingPath(trail)).toEqual(['乌龙茶']);
  });

  it('cuts a long block into parts that share its height', () => {
    const sentence = 'The swarm follows the scouts to the new nest site once they agree. ';
    const { passages } = findPassages(page(block('prose', sentence.repeat(60).trim())), []);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages[0]?.from).toBe(0);
    expect(passages.at(-1)?.to).toBe(1);
    expect(passages.slice(1).map(({ from }) => from)).toEqual(passages.slice(0, -1).map(({ to }) => to));
  });
});
