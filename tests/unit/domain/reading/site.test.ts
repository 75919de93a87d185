import { describe, expect, it } from 'vitest';
import { isSameSite, siteOf } from '@/lib/domain/reading/site';

describe('siteOf', () => {
  it.each([
    ['https://Example.org/a/b?c#d', 'https://example.org'],
    ['http://localhost:8080', 'http://localhost'],
    ['https://user:secret@example.org', 'https://example.org'],
    ['http://[::1]:3000/', 'http://[::1]'],
  ])('of %s is %s', (address, expected) => {
    expect(siteOf(address)).toBe(expected);
  });

  it.each(['chrome://settings', 'file:///a', 'about:blank', 'not an address'])(
    'has none for %s',
    (address) => {
      expect(siteOf(address)).toBeUndefined();
    },
  );
});

describe('isSameSite', () => {
  it('ignores ports, minds schemes and hosts', () => {
    expect(isSameSite('http://a.test:1', 'http://a.test:2')).toBe(true);
    expect(isSameSite('http://a.test', 'https://a.test')).toBe(false);
    expect(isSameSite('http://a.test', 'http://b.a.test')).toBe(false);
    expect(isSameSite('about:blank', 'about:blank')).toBe(false);
  });
});
