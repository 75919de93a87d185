import { describe, expect, it } from 'vitest';
import {
  formatOf,
  isPdf,
  isTooLarge,
  nameOfText,
  nameWithoutExtension,
} from '@/lib/domain/imports/file-kind';

describe('the kind of a file', () => {
  it.each([
    ['notes.md', 'markdown'],
    ['NOTES.TXT', 'text'],
    ['a.b.html', 'html'],
    ['水的旅行.epub', 'epub'],
    ['photo.jpg', undefined],
    ['README', undefined],
  ])('%s: %s', (name, format) => {
    expect(formatOf(name)).toBe(format);
  });

  it('tells PDF apart, which has a reader of its own', () => {
    expect([isPdf('a.PDF'), isPdf('pdf.txt')]).toEqual([true, false]);
  });

  it('allows books to be larger than texts', () => {
    const bytes = 20 * 1024 * 1024;
    expect([isTooLarge('text', bytes), isTooLarge('epub', bytes)]).toEqual([true, false]);
  });
});

describe('what to call a text', () => {
  it('is the name of its file without the ending', () => {
    expect(['a.b.md', '.md', '水.txt'].map(nameWithoutExtension)).toEqual(['a.b', '.md', '水']);
  });

  it('is how it begins', () => {
    expect(nameOfText('\n## Clouds and rain\nText')).toBe('Clouds and rain');
    expect(nameOfText(`${'水'.repeat(59)}𠀀水水`)).toBe(`${'水'.repeat(59)}\ufffd…`);
  });
});
