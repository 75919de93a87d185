import { describe, expect, it } from 'vitest';
import { chooseLabels } from '@/lib/domain/interests/labels';
import type { RankedTerm } from '@/lib/domain/interests/term-ranking';

/** Terms by falling score, written as `label: score`; keys are the labels without a plural. */
function terms(scores: Record<string, number>, lang = 'en'): RankedTerm[] {
  return Object.entries(scores).map(([label, score]) => {
    return { conceptId: `${lang}:${label.toLowerCase().replace(/s$/, '')}`, label, score };
  });
}

describe('chooseLabels', () => {
  it('joins the two best terms, in the manner of each language', () => {
    const en = terms({ chlorophyll: 0.5, sugar: 0.4, leaf: 0.3 });
    const zh = terms({ 叶绿素: 0.5, 糖: 0.4 }, 'zh');
    expect(chooseLabels([{ en, zh }])).toEqual([{ en: 'chlorophyll, sugar', zh: '叶绿素、糖' }]);
  });

  it('keeps to one term when the second is much weaker', () => {
    expect(chooseLabels([{ en: terms({ chlorophyll: 0.5, sugar: 0.2 }) }])).toEqual([{ en: 'chlorophyll' }]);
  });

  it('does not say the same thing twice', () => {
    const en = terms({ 'Steam engines': 0.5, 'steam engine indicator': 0.4, engine: 0.3, boiler: 0.3 });
    expect(chooseLabels([{ en }])).toEqual([{ en: 'Steam engines, boiler' }]);
    const zh = terms({ 哈希表: 0.5, 哈希: 0.4, 数组: 0.3 }, 'zh');
    expect(chooseLabels([{ zh }])).toEqual([{ zh: '哈希表、数组' }]);
  });

  it('says the whole term where a part of it is mentioned more', () => {
    expect(chooseLabels([{ en: terms({ type: 0.5, 'movable type': 0.3 }) }])).toEqual([
      { en: 'movable type' },
    ]);
    expect(chooseLabels([{ zh: terms({ 哈希: 0.5, 哈希表: 0.3 }, 'zh') }])).toEqual([{ zh: '哈希表' }]);
  });

  it('keeps the part where the longer term is something else', () => {
    expect(chooseLabels([{ en: terms({ Rhine: 0.5, 'Rhine delta': 0.3 }) }])).toEqual([{ en: 'Rhine' }]);
  });

  it('gives a term that two clusters want to the one for which it says more', () => {
    const labels = chooseLabels([
      { en: terms({ energy: 0.4, light: 0.3 }) },
      { en: terms({ energy: 0.6, work: 0.1 }) },
    ]);
    expect(labels).toEqual([{ en: 'light' }, { en: 'energy' }]);
  });

  it('shares a term rather than leave a cluster without a name', () => {
    const labels = chooseLabels([{ en: terms({ energy: 0.4 }) }, { en: terms({ energy: 0.6 }) }]);
    expect(labels).toEqual([{ en: 'energy' }, { en: 'energy' }]);
  });

  it('has no label in a language without terms', () => {
    expect(chooseLabels([{}, { zh: terms({ 光: 0.1 }, 'zh') }])).toEqual([{}, { zh: '光' }]);
    expect(chooseLabels([])).toEqual([]);
  });
});
