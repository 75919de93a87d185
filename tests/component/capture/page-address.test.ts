import { afterEach, describe, expect, it } from 'vitest';
import { pageAddress } from '@/lib/capture/page-address';

const AMP = 'https://a.example/lesson/amp';
const ORIGINAL = 'https://a.example/lesson';

function state(canonical: string, marks: readonly string[] = []): void {
  document.head.innerHTML = `<link rel="canonical" href="${canonical}">`;
  for (const mark of marks) document.documentElement.setAttribute(mark, '');
}

afterEach(() => {
  document.head.replaceChildren();
  document.documentElement.removeAttribute('amp');
  document.documentElement.removeAttribute('⚡');
});

describe('pageAddress', () => {
  it.each(['amp', '⚡'])('takes the word of a page that is a view for phones (%s)', (mark) => {
    state('/lesson?utm_source=amp', [mark]);
    expect(pageAddress(document, AMP)).toBe(ORIGINAL);
  });

  it('takes the word of a view for print', () => {
    state(ORIGINAL);
    expect(pageAddress(document, 'https://a.example/print/lesson')).toBe(ORIGINAL);
    expect(pageAddress(document, 'https://a.example/l?id=7&print=1')).toBe(ORIGINAL);
  });

  it.each([
    ['names another site', 'https://b.example/lesson'],
    ['names another port', 'https://a.example:8443/lesson'],
    ['names a script', 'javascript:alert(1)'],
    ['names nothing', ''],
  ])('does not believe a view that %s', (_what, canonical) => {
    state(canonical, ['amp']);
    expect(pageAddress(document, AMP)).toBe(AMP);
  });

  it('does not believe other pages, which often name the first of a series', () => {
    state(ORIGINAL);
    expect(pageAddress(document, `${ORIGINAL}?page=2`)).toBe(`${ORIGINAL}?page=2`);
  });

  it('has none for an address that is too long to be kept, or not of the web', () => {
    expect(pageAddress(document, `${ORIGINAL}?${'x'.repeat(5_000)}`)).toBeUndefined();
    expect(pageAddress(document, 'about:blank')).toBeUndefined();
  });
});
