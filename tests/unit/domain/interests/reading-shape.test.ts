import { describe, expect, it } from 'vitest';
import { blendWithPages } from '@/lib/domain/interests/page-blend';
import { groupByPage } from '@/lib/domain/interests/page-groups';
import { shapesInterests } from '@/lib/domain/interests/participation';
import { readingMeans } from '@/lib/domain/interests/reading-means';
import type { BlockKind } from '@/lib/domain/reading/model';
import type { TextLanguage } from '@/lib/domain/text/language';
import { buildPassage } from '@/tests/support/study-rows';

const EIGHT_WORDS = 'one two three four five six seven eight';

describe('shapesInterests', () => {
  it.each<[string, TextLanguage, BlockKind, boolean]>([
    [EIGHT_WORDS, 'en', 'prose', true],
    [EIGHT_WORDS, 'en', 'list', true],
    [EIGHT_WORDS, 'en', 'quote', true],
    [EIGHT_WORDS, 'en', 'code', false],
    [EIGHT_WORDS, 'en', 'table', false],
    [EIGHT_WORDS, 'other', 'prose', false],
    ['one two three four five six seven', 'en', 'prose', false],
    ['一二三四五六七八九十，一二三四五。', 'zh', 'prose', true],
    ['一二三四五六七八九十，一二三四。', 'zh', 'prose', false],
  ])('%s (%s %s): %s', (text, lang, kind, expected) => {
    expect(shapesInterests(buildPassage({ text, lang, kind }))).toBe(expected);
  });
});

describe('groupByPage', () => {
  const passages = ['a', 'b', 'c', 'nowhere'].map((id) => buildPassage({ id }));
  const place = (passageId: string, pageId: string, order: number) => ({
    passageId,
    pageId,
    pageTitle: `Title of ${pageId}`,
    order,
  });

  it('follows the order of the page and counts a passage once', () => {
    const places = [
      place('b', 'p2', 0),
      place('c', 'p1', 2),
      place('a', 'p1', 1),
      place('a', 'p2', 5),
      place('gone', 'p1', 0),
    ];
    const groups = groupByPage(passages, places);
    expect(
      groups.map(({ pageId, title, passages }) => [pageId, title, passages.map(({ id }) => id)]),
    ).toEqual([
      ['p1', 'Title of p1', ['a', 'c']],
      ['p2', 'Title of p2', ['b']],
    ]);
  });
});

describe('blendWithPages', () => {
  it('moves a point half way to the mean of its page', () => {
    const [east, north] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    const at = (pageId: string, point: Float32Array) => ({ page: { pageId }, point });
    const blended = blendWithPages([at('p', east), at('p', north), at('q', north)]);
    const [first, second, alone] = blended.map(({ point }) => point);
    // Half way from (1, 0) to (0.5, 0.5), to unit length.
    expect(first?.[0]).toBeCloseTo(3 / Math.sqrt(10));
    expect(first?.[1]).toBeCloseTo(1 / Math.sqrt(10));
    expect(second?.[1]).toBeCloseTo(3 / Math.sqrt(10));
    expect(alone).toEqual(north);
  });
});

describe('readingMeans', () => {
  it('weighs a long page no more than one of five passages, and a shorter one by its passages', () => {
    const page = (pageId: string, count: number) => ({
      pageId,
      title: '',
      passages: Array.from({ length: count }, (_, i) =>
        buildPassage({ id: `${pageId}${i}`, text: EIGHT_WORDS }),
      ),
    });
    const pages = [page('long', 100), page('five', 5), page('one', 1)];
    const value = { long: 0, five: 11, one: 22 };
    const vectors = new Map(
      pages.flatMap(({ pageId, passages }) =>
        passages.map(({ id }) => [id, Float32Array.of(value[pageId as keyof typeof value])] as const),
      ),
    );
    const means = readingMeans(pages, vectors);
    expect(means.en?.count).toBe(11);
    expect(means.en?.mean[0]).toBeCloseTo((5 * 0 + 5 * 11 + 1 * 22) / 11);
    expect(means.zh).toBeUndefined();
  });
});
