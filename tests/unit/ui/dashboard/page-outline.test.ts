import { describe, expect, it } from 'vitest';
import { groupByHeading } from '@/lib/ui/dashboard/page-outline';
import { buildOccurrence, buildPassage } from '../../../support/study-rows';

const place = (id: string, headingPath: readonly string[]) => ({
  passage: buildPassage({ id }),
  occurrence: buildOccurrence({ passageId: id, headingPath }),
  exerciseCount: 0,
});

describe('the outline of a page', () => {
  it('puts neighbours under their heading and keeps the order', () => {
    const sections = groupByHeading([
      place('a', []),
      place('b', ['Heat']),
      place('c', ['Heat']),
      place('d', ['Heat', 'Boiling']),
      place('e', ['Heat']),
    ]);
    expect(
      sections.map(({ headingPath, passages }) => [headingPath, passages.map((p) => p.passage.id)]),
    ).toEqual([
      [[], ['a']],
      [['Heat'], ['b', 'c']],
      [['Heat', 'Boiling'], ['d']],
      [['Heat'], ['e']],
    ]);
  });
});
