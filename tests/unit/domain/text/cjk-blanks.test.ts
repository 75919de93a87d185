import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropBlanksBesideCjk } from '@/lib/domain/text/cjk-blanks';

describe('dropBlanksBesideCjk', () => {
  it('joins Chinese with what stands beside it and keeps the blanks of Latin text', () => {
    expect(dropBlanksBesideCjk('使用 Python 3 版本，  运行 a b 命令')).toBe('使用Python 3版本，运行a b命令');
    expect(dropBlanksBesideCjk('neural network （ 神经 网络 ）')).toBe('neural network（神经网络）');
    expect(dropBlanksBesideCjk('한국어 문장')).toBe('한국어 문장');
  });

  it('is idempotent, keeps every visible character and never composes characters', () => {
    const unit = fc.constantFrom('中', 'か', 'a', ' ', '  ', '\n', '。', '\u3099', '\u0301', '각', '𠮷');
    fc.assert(
      fc.property(
        fc.array(unit).map((units) => units.join('')),
        (text) => {
          const once = dropBlanksBesideCjk(text);
          expect(dropBlanksBesideCjk(once)).toBe(once);
          expect(once.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          expect(once.normalize('NFC').length - once.length).toBe(text.normalize('NFC').length - text.length);
        },
      ),
    );
  });

  it('takes linear time', () => {
    const startedAt = performance.now();
    for (const unit of [' ', '中 ', 'a ', '中  \u0301']) dropBlanksBesideCjk(unit.repeat(100_000));
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});
