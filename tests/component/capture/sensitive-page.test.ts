import { describe, expect, it } from 'vitest';
import { asksForSecrets } from '@/lib/capture/sensitive-page';

function asks(markup: string, isShown = true): boolean {
  document.body.replaceChildren(document.createRange().createContextualFragment(markup));
  for (const field of document.querySelectorAll('input')) field.checkVisibility = () => isShown;
  return asksForSecrets(document);
}

describe('asksForSecrets', () => {
  it.each([
    '<input type="password">',
    '<form><input autocomplete="current-password"></form>',
    '<input autocomplete="section-a new-password">',
    '<input autocomplete="one-time-code">',
    '<input autocomplete="billing cc-number">',
    '<input autocomplete="cc-csc">',
  ])('is true for %s', (markup) => {
    expect(asks(markup)).toBe(true);
  });

  it.each(['<input type="text">', '<input autocomplete="name">', '<p>password</p>', ''])(
    'is false for %s',
    (markup) => {
      expect(asks(markup)).toBe(false);
    },
  );

  it('does not mind a field that is not shown', () => {
    expect(asks('<input type="password">', false)).toBe(false);
  });
});
