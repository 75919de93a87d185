import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchedTerms } from '@/lib/domain/search/matched-terms';
import { searchTermsOf } from '@/lib/domain/search/search-terms';

const matched = (text: string, question: string) => matchedTerms(text, searchTermsOf(question));

describe('the words of a passage that a question shares', () => {
  it.each([
    [
      'Plants are COMPUTING; a plant computes.',
      'compute plants ',
      ['Plants', 'COMPUTING', 'plant', 'computes'],
    ],
    ['Membranes surround cells.', 'cell mem', ['Membranes', 'cells']],
    ['绿色植物通过光合作用制造糖。', '光合作用', ['光合作用']],
    ['绿色植物利用光能。', '植物怎么利用光', ['植物', '利用光']],
    ['水蒸发，也有人喝水。', '水', ['水']],
    ['Nothing here.', '光', []],
  ])('%s', (text, question, terms) => {
    expect(matched(text, question)).toEqual(terms);
  });

  it('are parts of the passage, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, question) => {
        for (const term of matched(text, question)) expect(text).toContain(term);
      }),
    );
  });
});
