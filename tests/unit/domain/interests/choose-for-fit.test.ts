import { describe, expect, it } from 'vitest';
import { chooseForFit, onlyChosen } from '@/lib/domain/interests/choose-for-fit';
import { groupByPage } from '@/lib/domain/interests/page-groups';
import { buildPassage } from '@/tests/support/study-rows';
import { makeReading } from '@/tests/support/synthetic-reading';

const reading = makeReading(
  Array.from({ length: 10 }, (_, i) => ({
    page: `page ${i}`,
    lang: 'en',
    subject: 'tides',
    passages: 6 * (i + 1),
  })),
);
const { passages, places } = reading;

describe('chooseForFit', () => {
  it('takes all that shape interests while they are not too many', () => {
    const code = buildPassage({ id: 'code', kind: 'code' });
    const place = { passageId: 'code', pageId: 'page 0', pageTitle: 'tides', order: 99 };
    const chosen = chooseForFit([...passages, code], [...places, place]);
    expect(chosen).toEqual(new Set(passages.map(({ id }) => id)));
  });

  it('takes of very many a fair share of each page', () => {
    const chosen = chooseForFit(passages, places, 110);
    expect(chosen.size).toBe(110);
    for (const page of onlyChosen(groupByPage(passages, places), chosen)) {
      const all = passages.filter(({ id }) => id.startsWith(`${page.pageId}#`)).length;
      expect(Math.abs(page.passages.length - all / 3)).toBeLessThanOrEqual(1);
    }
  });

  it('keeps whole pages where nothing was chosen', () => {
    const pages = groupByPage(passages, places);
    expect(onlyChosen(pages)).toBe(pages);
  });
});
