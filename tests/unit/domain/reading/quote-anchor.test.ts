import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { createQuoteAnchor } from '@/lib/domain/reading/quote-anchor';

describe('createQuoteAnchor', () => {
  it('quotes a short text whole, between its neighbours', () => {
    expect(createQuoteAnchor('Work is energy.', 'Heat flows.', 'So is light.')).toEqual({
      prefix: 'Heat flows.',
      exact: 'Work is energy.',
      suffix: 'So is light.',
    });
  });

  it('quotes the beginning of a long text, and goes on with the same text', () => {
    const text = 'abcdefgh'.repeat(50);
    const { exact, suffix } = createQuoteAnchor(text, '', 'below');
    expect(exact).toBe(text.slice(0, CAPTURE_LIMITS.anchorChars));
    expect(suffix).toBe(text.slice(exact.length, exact.length + 32));
  });

  it('stays within the limits and never splits a character', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, text, (exact, before, after) => {
        for (const part of Object.values(createQuoteAnchor(exact, before, after))) {
          expect(part.length).toBeLessThanOrEqual(CAPTURE_LIMITS.anchorChars);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
