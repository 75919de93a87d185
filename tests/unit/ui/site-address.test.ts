import { describe, expect, it } from 'vitest';
import { completeAddress, siteLabel } from '@/lib/ui/site-address';

describe('an address as it is typed', () => {
  it.each([
    ['ocw.example.org', 'https://ocw.example.org/'],
    ['  https://ocw.example.org/course?x=1 ', 'https://ocw.example.org/course?x=1'],
    ['http://course.test:4173', 'http://course.test:4173/'],
    ['course.test:4173/a', 'https://course.test:4173/a'],
    ['localhost:8080', 'https://localhost:8080/'],
    ['http://intranet/wiki', 'http://intranet/wiki'],
    ['http://127.0.0.1:9', 'http://127.0.0.1:9/'],
    ['http://[::1]/', 'http://[::1]/'],
    ['例子.中国', 'https://xn--fsqu00a.xn--fiqs8s/'],
  ])('%j is %s', (typed, address) => {
    expect(completeAddress(typed)).toBe(address);
  });

  it.each([
    '',
    'photosynthesis',
    'not an address',
    'chrome://extensions',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
  ])('%j is none', (typed) => {
    expect(completeAddress(typed)).toBeUndefined();
  });

  it('is shown without the scheme that goes without saying', () => {
    expect([siteLabel('https://example.org'), siteLabel('http://example.org')]).toEqual([
      'example.org',
      'http://example.org',
    ]);
  });
});
