import { describe, expect, it } from 'vitest';
import { chooseMedoid } from '@/lib/domain/interests/medoid';
import type { SpokenPassage } from '@/lib/domain/interests/participation';
import { buildPassage } from '@/tests/support/study-rows';

const centroid = Float32Array.of(1, 0);

function member(id: string, text: string, x: number, lang: 'en' | 'zh' = 'en') {
  return {
    passage: { ...buildPassage({ id, text }), lang } satisfies SpokenPassage,
    point: Float32Array.of(x, Math.sqrt(1 - x * x)),
  };
}

const ranked = (label: string, lang = 'en') => [{ conceptId: `${lang}:${label}`, label, score: 1 }];
const LEAF =
  'Yes. It is a long walk from here to the old library. A leaf turns light and water into plain sugar.';

describe('chooseMedoid', () => {
  it('takes the sentence with most terms from the nearest passage', () => {
    const members = [
      member('far', 'This sentence about a leaf is far away from everything.', 0.2),
      member('near', LEAF, 0.9),
    ];
    expect(chooseMedoid(members, centroid, { en: ranked('leaf') })).toEqual({
      passageId: 'near',
      sentence: 'A leaf turns light and water into plain sugar.',
      lang: 'en',
    });
  });

  it('goes on to the next passage when the nearest has no sentence of a readable length', () => {
    const members = [member('next', LEAF, 0.8), member('nearest', 'A leaf. A root. A stem.', 0.9)];
    expect(chooseMedoid(members, centroid, {})?.passageId).toBe('next');
  });

  it('takes a short sentence rather than none', () => {
    expect(chooseMedoid([member('only', 'A leaf. A root.', 0.9)], centroid, {})?.sentence).toBe('A leaf.');
  });

  it('quotes Chinese as it is written', () => {
    const text = '今天天气很好，我们去公园散步吧。光合作用把光能变成糖里的化学能。';
    const medoid = chooseMedoid([member('zh', text, 1, 'zh')], centroid, { zh: ranked('光合作用', 'zh') });
    expect(medoid).toEqual({ passageId: 'zh', sentence: '光合作用把光能变成糖里的化学能。', lang: 'zh' });
  });

  it('has nothing to say about an empty cluster', () => {
    expect(chooseMedoid([], centroid, {})).toBeUndefined();
  });
});
