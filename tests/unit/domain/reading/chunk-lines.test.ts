import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkLines } from '@/lib/domain/reading/chunk-lines';

describe('chunkLines', () => {
  it.each([
    ['leaves a short text whole', 'a\n  b', 10, 0, ['a\n  b']],
    [
      'cuts between lines and keeps indentation',
      'if x:\n    y()\n    z()',
      12,
      0,
      ['if x:', '    y()', '    z()'],
    ],
    ['drops blank lines at a cut', 'one()\n\ntwo()', 6, 0, ['one()', 'two()']],
    ['cuts a line that is too long', 'aaaa bbbb\ncc', 5, 0, ['aaaa', 'bbbb', 'cc']],
    ['begins each part with the header', 'N | V\na | 1\nb | 2', 12, 1, ['N | V\na | 1', 'N | V\nb | 2']],
    ['does not repeat a header that leaves no room', 'Long header\na\nb', 12, 1, ['Long header', 'a\nb']],
    ['has no parts for no text', '', 10, 0, []],
  ])('%s', (_what, text, maxChars, headerLines, expected) => {
    expect(chunkLines(text, maxChars, headerLines)).toEqual(expected);
  });

  it('never exceeds the limit, and keeps every line that fits in it', () => {
    const line = fc.stringMatching(/^ {0,4}[a-z()=]{1,12}$/);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 16, max: 60 }),
        (lines, most) => {
          const parts = chunkLines(lines.join('\n'), most);
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(most);
          expect(parts.flatMap((part) => part.split('\n'))).toEqual(lines);
        },
      ),
    );
  });
});
