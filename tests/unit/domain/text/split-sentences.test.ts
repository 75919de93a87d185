import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextLanguage } from '@/lib/domain/text/language';
import { splitSentences } from '@/lib/domain/text/split-sentences';

function split(text: string, lang: TextLanguage): string[] {
  return splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));
}

/** Sentences are given one an array element and must come apart exactly there. */
const ENGLISH: readonly (readonly string[])[] = [
  ['Rivers carry sediment.', 'Deltas grow where they slow down!', 'Why there?', 'It settles.'],
  ['Dr. Lovell met Mr. Ames at 3.30 p.m. near St. Mary.', 'They left.'],
  ['See Fig. 3 and Sec. 2, e.g. the second row, i.e. The Road.', 'Next.'],
  ['J. R. Holt wrote it in 1984.', 'The novel sold well.'],
  ['It was founded in the U.S.', 'The capital moved later.'],
  ['It grew in the U.S. Midwest.', 'Pi is about 3.14159, not 3.', 'Good.'],
  ['The kernel is written in C.', 'It boots quickly.'],
  ['“Stop. Wait here,” she said.', 'Nobody moved.'],
  ['"Stop!" he said.', 'She answered "No."', 'They waited.'],
  ['The result (see Table 2. It is short.) was clear.', 'Good.'],
  ['The loop runs once per item.', 'range() returns an iterator.', 'os.path joins names.'],
  ['Call list.append(x) on node.js or .bashrc files.', 'Test a != b ? c : d first.'],
  ['1. Open the file.', '2. Read it.'],
  ['Water boils at 100 degrees.[1][2]', 'Ice melts at zero.[3]'],
  ['He waited... and waited.', 'Then he left.'],
  ['It takes 10 ms.', 'The cache is warm.'],
  ['An unclosed (bracket stays open.', 'The rest is still split.', `Even here${' x'.repeat(200)}.`],
];

const CHINESE: readonly (readonly string[])[] = [
  ['河流带来泥沙。', '流速变慢时，泥沙沉积！', '为什么？', '因为水面变宽；', '入海口最明显。'],
  ['他说：“今天很好。”', '然后他走了。'],
  ['“你好！”他说。', '大家都笑了。'],
  ['“走吧。”', '“再等等。”', '雨停了。'],
  ['这个结论（见上文。）后来得到证实。', '好。'],
  ['书名是《你好！世界》的那本。', '另一本没有找到。'],
  ['他写道：「第一句。第二句。」', '外面还有一句。'],
  ['真的吗？！', '当然……我想是的。'],
  ['圆周率约为3.14，版本是2.0.1。', '文件名是main.py。'],
  ['方法已经改进.', '结果表明误差变小.', '结束'],
  ['判断a!=b是否成立。', '再看c?d:e。'],
  ['没有闭合的（括号不会吞掉后文。', '后文照样分句。'],
];

describe('splitSentences', () => {
  it.each(ENGLISH.map((sentences) => [sentences.join(' '), sentences] as const))(
    'en: %s',
    (text, sentences) => {
      expect(split(text, 'en')).toEqual(sentences);
    },
  );

  it.each(CHINESE.map((sentences) => [sentences.join(''), sentences] as const))(
    'zh: %s',
    (text, sentences) => {
      expect(split(text, 'zh')).toEqual(sentences);
    },
  );

  it('ends a sentence at an empty line but not at a line break', () => {
    expect(split('A heading\n\nA line\nthat goes on.', 'en')).toEqual(['A heading', 'A line\nthat goes on.']);
    expect(split('标题\n\n一行\n接着写。', 'zh')).toEqual(['标题', '一行\n接着写。']);
  });

  it('covers everything but white space, in order, without overlap', () => {
    const pieces = fc.constantFrom(
      'a',
      'B',
      'Dr',
      '中',
      '3',
      '.',
      '。',
      '？',
      '!',
      '…',
      ' ',
      '\n',
      '\n\n',
      '“',
      '”',
      '(',
      ')',
      '"',
      '\u{1f600}',
    );
    const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom<TextLanguage>('en', 'zh', 'other'), (whole, lang) => {
        let covered = 0;
        for (const { start, end } of splitSentences(whole, lang)) {
          expect(start).toBeGreaterThanOrEqual(covered);
          expect(whole.slice(covered, start).trim()).toBe('');
          expect(whole.slice(start, end)).toBe(whole.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          covered = end;
        }
        expect(whole.slice(covered).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '.',
    'a',
    'A.',
    '(',
    ')',
    '“',
    '。”',
    '“。',
    '。',
    '. ',
    ' ',
    '\n',
    '\n\n',
    '1.',
    '?!',
    '.)',
    '!a',
    '中.',
    '（',
    '[1]',
    '…',
  ])('takes linear time on 200,000 units of %j', (unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    const startedAt = performance.now();
    splitSentences(text, 'en');
    splitSentences(text, 'zh');
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});
