import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passageIdStart, suggestionContent } from '@/lib/domain/search/suggestion-content';

const ID = '0123456789abcdef'.repeat(4);

it('reads as the title, and leads back to the passage', () => {
  const content = suggestionContent('How\n water  boils', ID);
  expect(content).toBe('How water boils #0123456789abcdef');
  expect(passageIdStart(content)).toBe('0123456789abcdef');
});

it('leads back whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const content = suggestionContent(title, ID);
      expect(content.isWellFormed()).toBe(true);
      expect(content.length).toBeLessThan(80);
      expect(passageIdStart(content)).toBe('0123456789abcdef');
    }),
  );
});

it.each(['boiling water', 'what is #include', '#0123', 'x#0123456789abcdef', '#0123456789abcdef more', ''])(
  'takes %j for words',
  (text) => {
    expect(passageIdStart(text)).toBeUndefined();
  },
);
