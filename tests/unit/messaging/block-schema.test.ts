import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { blockSchema } from '@/lib/messaging/block-schema';

const BLOCK = {
  ...{ text: 'The energy E=mc^2 at rest.', kind: 'prose', lang: 'en', headingPath: ['Energy'], order: 0 },
  ...{ anchor: { prefix: '', exact: 'The energy', suffix: '' }, dwellMs: 1, requiredMs: 1, expectedMs: 1 },
  rereads: 0,
};
const formula = { start: 11, end: 17, tex: 'E=mc^2' };
const longSource = 'x'.repeat(CAPTURE_LIMITS.formulaChars);
const isTaken = (change: object) => v.safeParse(blockSchema, { ...BLOCK, ...change }).success;

describe('the schema of a reported block', () => {
  it('takes formulas with their sources, and a language of code', () => {
    expect(isTaken({ formulas: [{ ...formula, mathml: '<math></math>' }], codeLanguage: 'c++' })).toBe(true);
    expect(isTaken({ formulas: Array(5).fill({ ...formula, tex: longSource }) })).toBe(true);
  });

  it.each([
    ['a source that is too long', { formulas: [{ ...formula, tex: `${longSource}x` }] }],
    ['sources that are too long together', { formulas: Array(6).fill({ ...formula, tex: longSource }) }],
    ['too many formulas', { formulas: Array(CAPTURE_LIMITS.formulas + 1).fill(formula) }],
    ['an offset outside of any text', { formulas: [{ ...formula, end: CAPTURE_LIMITS.textChars + 1 }] }],
    ['a language that is none', { codeLanguage: '<b>js</b>' }],
    ['a kind that is none', { kind: 'advert' }],
  ])('refuses %s', (_what, change) => {
    expect(isTaken(change)).toBe(false);
  });
});
