import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFragmentUrl } from '@/lib/domain/reading/text-fragment';

const PAGE = 'https://course.test/lesson';

/** The terms of the directive, decoded, as a browser reads them. */
function termsOf(url: string) {
  const [, directive = ''] = url.split(':~:text=');
  const terms = directive.split(',');
  const prefix = terms.find((term) => term.endsWith('-'));
  const suffix = terms.find((term) => term.startsWith('-'));
  const quoted = terms.filter((term) => term !== prefix && term !== suffix);
  const decode = (term: string | undefined) => decodeURIComponent((term ?? '').replace(/^-|-$/g, ''));
  return { prefix: decode(prefix), quoted: quoted.map(decode), suffix: decode(suffix) };
}

function isBoundary(text: string, index: number, lang: string): boolean {
  const segments = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)];
  return index === text.length || segments.some((segment) => segment.index === index);
}

const text = (lang: 'en' | 'zh') =>
  fc
    .array(fc.constantFrom(...(lang === 'en' ? ENGLISH : CHINESE)), { maxLength: 40 })
    .map((words) => words.join(lang === 'en' ? ' ' : ''));

const ENGLISH = ['entropy', 'of', 'self-made', 'cups, ', 'tea & milk', '50%', 'C#', 'a', '—', 'x=y', 'time.'];
const CHINESE = ['光合作用', '分为', '两个', '阶段', '，', '热量', '不会', '自发', '。', '3', '（气体）'];

describe('a link to a quote', () => {
  it('gives a long quote by its first and last words', () => {
    const exact =
      'The total entropy of an isolated system never decreases over time; it stays constant only when every process is reversible.';
    const { prefix, quoted, suffix } = termsOf(
      textFragmentUrl(PAGE, { before: 'Before.', exact, after: 'x' }, 'en'),
    );
    expect(quoted).toEqual(['The total entropy of an', 'when every process is reversible']);
    expect([prefix, suffix]).toEqual(['', '']);
  });

  it('gives a short quote whole, with what stands around it', () => {
    const quote = { before: 'It is late. ', exact: 'Tea cools.', after: ' Rooms do not warm.' };
    expect(termsOf(textFragmentUrl(PAGE, quote, 'en'))).toEqual({
      prefix: 'It is late.',
      quoted: ['Tea cools.'],
      suffix: 'Rooms do not',
    });
  });

  it('cuts Chinese between words, never inside one', () => {
    const exact =
      '光合作用分为光反应和暗反应两个阶段，光反应在类囊体膜上进行，把光能转化为化学能，并放出氧气。';
    const { quoted } = termsOf(textFragmentUrl(PAGE, { before: '', exact, after: '' }, 'zh'));
    for (const term of quoted) {
      const at = exact.indexOf(term);
      expect([isBoundary(exact, at, 'zh'), isBoundary(exact, at + term.length, 'zh')]).toEqual([true, true]);
    }
  });

  it('keeps the route of a single-page application and replaces an older directive', () => {
    const quote = { before: '', exact: 'Tea cools.', after: '' };
    expect(textFragmentUrl(`${PAGE}#/unit/2`, quote, 'en')).toBe(`${PAGE}#/unit/2:~:text=Tea%20cools.`);
    expect(textFragmentUrl(`${PAGE}#:~:text=old`, quote, 'en')).toBe(`${PAGE}#:~:text=Tea%20cools.`);
  });

  it('leaves the address alone when there is no word to look for', () => {
    expect(textFragmentUrl(PAGE, { before: 'a', exact: '—…', after: 'b' }, 'en')).toBe(PAGE);
  });

  it.each(['en', 'zh'] as const)('quotes in order and only what is there (%s)', (lang) => {
    const parts = fc.record({ before: text(lang), exact: text(lang), after: text(lang) });
    fc.assert(
      fc.property(parts, (quote) => {
        const url = textFragmentUrl(PAGE, quote, lang);
        if (url === PAGE) return;
        const { prefix, quoted, suffix } = termsOf(url);
        let from = 0;
        for (const term of quoted) {
          const at = quote.exact.indexOf(term, from);
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + term.length;
        }
        expect(quote.before.trimEnd().endsWith(prefix)).toBe(true);
        expect(quote.after.trimStart().startsWith(suffix)).toBe(true);
      }),
    );
  });

  it('survives any text, and none of it can add a term or end the directive', () => {
    const parts = fc.record({
      before: fc.string({ unit: 'binary' }),
      exact: fc.string({ unit: 'binary' }),
      after: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(parts, (quote) => {
        const url = textFragmentUrl(PAGE, quote, 'en');
        const [, directive = ''] = url.split(':~:text=');
        expect(URL.canParse(url)).toBe(true);
        expect(directive).toMatch(/^[\w.!~*'()%,-]*$/);
        expect(directive.split(',').length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
