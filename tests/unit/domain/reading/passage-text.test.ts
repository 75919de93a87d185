import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLines, cleanProse, comparisonForm } from '@/lib/domain/reading/passage-text';

describe('cleanProse', () => {
  it.each([
    ['folds white space', '  Heat\u00a0 flows\n\tdown. ', 'Heat flows down.'],
    [
      'joins Chinese lines without a space',
      '孤立系统的总\n  熵不会减少，\n因此',
      '孤立系统的总熵不会减少，因此',
    ],
    ['keeps a space between English lines', 'one\ntwo', 'one two'],
    ['keeps a space between Chinese and English lines', '熵\nentropy', '熵 entropy'],
    ['drops soft hyphens and zero-width spaces', 'ther\u00admo\u200bdynamics\ufeff', 'thermodynamics'],
    ['drops marks that reorder', 'safe\u202egnp.exe\u202c \u2066x\u2069', 'safegnp.exe x'],
    ['drops control and tag characters', 'a\u0000b\u0007c\u{e0041}', 'abc'],
    ['keeps joiners', '👩\u200d🔬', '👩\u200d🔬'],
    ['composes accents', 'e\u0301', 'é'],
    ['leaves markup as the text it is', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%s', (_what, raw, expected) => {
    expect(cleanProse(raw)).toBe(expected);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = cleanProse(raw);
        expect(cleanProse(once)).toBe(once);
      }),
    );
  });
});

describe('cleanLines', () => {
  it('keeps lines and indentation, and drops blank lines at the ends', () => {
    expect(cleanLines('\r\n\nif x:\r\n    y()  \n\n    z()\n\n')).toBe('if x:\n    y()\n\n    z()');
  });

  it('is empty for blank text', () => {
    expect(cleanLines(' \n\t\n')).toBe('');
  });
});

describe('comparisonForm', () => {
  it('takes texts that look the same for the same', () => {
    expect(comparisonForm(cleanProse('na\u200cïve  text'))).toBe(comparisonForm('naïve text'));
  });

  it('tells different texts apart', () => {
    expect(comparisonForm('Heat')).not.toBe(comparisonForm('heat'));
  });
});
