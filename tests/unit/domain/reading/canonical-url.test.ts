import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, isPrintView } from '@/lib/domain/reading/canonical-url';

describe('canonicalUrl', () => {
  it.each([
    ['drops a fragment', 'https://a.example/p#part', 'https://a.example/p'],
    ['keeps a route', 'https://a.example/#/lesson/3', 'https://a.example/#/lesson/3'],
    ['keeps an old-style route', 'https://a.example/#!intro', 'https://a.example/#!intro'],
    [
      'drops tracking parameters only',
      'https://a.example/?utm_source=x&id=7&fbclid=y&q=a%20b',
      'https://a.example/?id=7&q=a%20b',
    ],
    ['drops a query that only tracked', 'https://a.example/p?spm=1.2&UTM_Medium=x', 'https://a.example/p'],
    ['keeps order and spelling', 'https://a.example/?b=1&a=2&flag', 'https://a.example/?b=1&a=2&flag'],
    [
      'drops what a share button of a Chinese site added',
      'https://a.example/v?spm_id_from=333&vd_source=f&share_medium=web&p=2',
      'https://a.example/v?p=2',
    ],
    ['drops the choice of a view for print', 'https://a.example/p?id=7&print=1', 'https://a.example/p?id=7'],
    ['drops a view without a value', 'https://a.example/p?printable', 'https://a.example/p'],
    ['drops the view for phones', 'https://a.example/p?outputType=amp&amp', 'https://a.example/p'],
    ['keeps what is about printing', 'https://a.example/?print=etching', 'https://a.example/?print=etching'],
    ['keeps the path', 'https://a.example/print/amp', 'https://a.example/print/amp'],
    ['drops credentials', 'https://user:secret@a.example/', 'https://a.example/'],
    ['drops a default port', 'http://a.example:80/x', 'http://a.example/x'],
    ['keeps another port', 'http://a.example:8080/x', 'http://a.example:8080/x'],
    ['keeps Chinese paths equal', 'https://a.example/熵', 'https://a.example/%E7%86%B5'],
  ])('%s', (_what, address, expected) => {
    expect(canonicalUrl(address)).toBe(expected);
  });

  it.each([
    'chrome://extensions',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    'nonsense',
    '',
  ])('has none for %s', (address) => {
    expect(canonicalUrl(address)).toBeUndefined();
  });

  it('keeps a query that begins with a question mark', () => {
    expect(canonicalUrl('http://a.test/??x')).toBe('http://a.test/??x');
    expect(canonicalUrl('http://a.test/??')).toBe('http://a.test/??');
  });

  it('is idempotent and keeps the origin', () => {
    const word = fc.stringMatching(/^[\w%#!?&=.~-]{0,12}$/);
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), word, (base, tail) => {
        const once = canonicalUrl(base + tail);
        if (once === undefined) return;
        expect(canonicalUrl(once)).toBe(once);
        expect(new URL(once).origin).toBe(new URL(base + tail).origin);
      }),
    );
  });
});

describe('isPrintView', () => {
  it.each([
    ['https://a.example/p?print=1', true],
    ['https://a.example/p/print', true],
    ['https://a.example/print/p', true],
    ['https://a.example/printing', false],
    ['https://a.example/p?q=print', false],
    ['mailto:print@a.example', false],
  ])('%s: %s', (address, expected) => {
    expect(isPrintView(address)).toBe(expected);
  });
});
