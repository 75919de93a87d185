import { describe, expect, it } from 'vitest';
import { fragmentQuote } from '@/lib/domain/reading/fragment-quote';
import { buildPassage } from '../../../support/study-rows';

describe('fragmentQuote', () => {
  it('quotes a sentence with what stands around it in its passage', () => {
    const passage = buildPassage({ text: 'One is here. Two is there. Three is gone.' });
    expect(fragmentQuote(passage, { start: 13, end: 26 })).toEqual({
      before: 'One is here. ',
      exact: 'Two is there.',
      after: ' Three is gone.',
    });
  });

  it('quotes a whole passage without what the page has before it', () => {
    const passage = buildPassage({ text: 'One is here.' });
    expect(fragmentQuote(passage, undefined)).toEqual({ before: '', exact: 'One is here.', after: '' });
  });

  it('goes over no line of a listing and no cell of a table', () => {
    const code = buildPassage({ kind: 'code', text: 'x = 1\nprint("a longer line")\ny = 2' });
    expect(fragmentQuote(code, undefined)).toEqual({
      before: '',
      exact: 'print("a longer line")',
      after: '',
    });
    const table = buildPassage({ kind: 'table', text: 'Substance | Boils at\nWater | a hundred degrees' });
    expect(fragmentQuote(table, undefined).exact).toBe('a hundred degrees');
  });

  it('goes over no formula', () => {
    const text = 'The change of entropy is dS = δQ/T in every reversible step of it.';
    const start = text.indexOf('dS');
    const passage = buildPassage({ text, formulas: [{ start, end: start + 9, tex: 'dS' }] });
    expect(fragmentQuote(passage, undefined).exact).toBe(' in every reversible step of it.');
    expect(fragmentQuote(passage, { start: 0, end: start + 9 }).exact).toBe('The change of entropy is ');
  });
});
