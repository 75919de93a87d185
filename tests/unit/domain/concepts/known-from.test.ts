import { describe, expect, it } from 'vitest';
import { knownFrom } from '@/lib/domain/concepts/known-from';
import type { Concept } from '@/lib/domain/concepts/model';

const concept: Concept = {
  id: 'en:hash table',
  lang: 'en',
  key: 'hash table',
  label: 'Hash Table',
  forms: ['Hash Table', 'hash tables'],
  headTag: 'NOUN',
  documentFrequency: 2,
};

describe('a concept as it is known from some texts', () => {
  it('keeps the forms that stand in them, and takes its label from those', () => {
    const known = knownFrom(concept, ['Two hash tables meet.'], ['hash tables']);
    expect(known).toMatchObject({ label: 'hash tables', forms: ['hash tables'] });
  });

  it('keeps a label that stands in them', () => {
    expect(knownFrom(concept, ['A Hash Table and hash tables.'], []).label).toBe('Hash Table');
  });

  it('takes the surface where no form of the list is left', () => {
    const known = knownFrom(concept, ['HASH TABLE'], ['HASH TABLE', 'HASH TABLE']);
    expect(known).toMatchObject({ label: 'HASH TABLE', forms: ['HASH TABLE'] });
  });

  it('does not mind blanks beside Chinese', () => {
    const chinese: Concept = { ...concept, lang: 'zh', label: 'GPT模型', forms: ['GPT模型'] };
    expect(knownFrom(chinese, ['这是 GPT 模型。'], ['GPT 模型'])).toEqual(chinese);
  });
});
