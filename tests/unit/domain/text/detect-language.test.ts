import { describe, expect, it } from 'vitest';
import { detectLanguage } from '@/lib/domain/text/detect-language';

const CASES: readonly (readonly [string, string | undefined, 'en' | 'zh' | 'other'])[] = [
  ['Rivers carry sediment to the sea, and deltas grow where the water slows down.', undefined, 'en'],
  ['Rivers carry sediment to the sea, and deltas grow where the water slows down.', 'zh-CN', 'en'],
  ['Rivers carry sediment to the sea, and deltas grow where the water slows down.', 'de', 'en'],
  ['河流把泥沙带到海里，水流变慢的地方形成三角洲。', undefined, 'zh'],
  ['河流把泥沙带到海里，水流变慢的地方形成三角洲。', 'en', 'zh'],
  ['河流把泥沙帶到海裡，水流變慢的地方形成三角洲。', 'zh-Hant', 'zh'],
  ['使用 git commit 命令把修改提交到 repository 里。', undefined, 'zh'],
  ['The word 学习 means to learn, and it is written with two characters.', undefined, 'en'],
  ['Binary search', undefined, 'en'],
  ['二分查找', undefined, 'zh'],
  ['二分探索', 'ja', 'other'],
  ['川は土砂を海に運び、流れが遅くなる場所に三角州ができる。', undefined, 'other'],
  ['강은 퇴적물을 바다로 운반하고 물이 느려지는 곳에 삼각주가 생긴다.', undefined, 'other'],
  ['Реки несут осадки к морю, и там растут дельты.', undefined, 'other'],
  ['Los ríos llevan sedimentos al mar y los deltas crecen donde el agua se frena.', undefined, 'other'],
  ['Les rivières portent des sédiments à la mer, où le courant ralentit.', 'fr', 'other'],
  [
    'Flüsse tragen Sediment ins Meer, und dort wächst ein Delta, wo das Wasser langsamer wird.',
    undefined,
    'other',
  ],
  ['Die Kinder spielen in dem Garten, und der Hund war so alt, wie man es an ihm sah.', undefined, 'other'],
  ['Os rios levam a areia no mar, e as plantas do delta crescem a cada ano no fundo.', undefined, 'other'],
  ['De rivier was in de zomer zo laag dat we over de stenen in het water liepen.', undefined, 'other'],
  ['I fiumi portano la sabbia al mare e il delta cresce in un anno di pochi metri.', undefined, 'other'],
  ['Bonjour', 'fr', 'other'],
  ['Résumé', undefined, 'other'],
  ['Résumé', 'en', 'en'],
  ['Numbers, strings, lists, sets, tuples, dictionaries, modules, packages, classes', 'en', 'en'],
  ['3.14159', 'zh-CN', 'zh'],
  ['3.14159', 'en_GB', 'en'],
  ['3.14159', undefined, 'other'],
  ['', undefined, 'other'],
  ['α + β = γ', 'en', 'other'],
];

describe('detectLanguage', () => {
  it.each(CASES)('%s (%s) is %s', (text, hint, expected) => {
    expect(detectLanguage(text, hint)).toBe(expected);
  });

  it('looks at a sample of a long text only', () => {
    const startedAt = performance.now();
    expect(detectLanguage('河流把泥沙带到海里。'.repeat(200_000))).toBe('zh');
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
