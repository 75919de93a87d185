import { describe, expect, it } from 'vitest';
import { asksForSecrets } from '@/lib/capture/sensitive-page';

const SHOWN = { left: 10, right: 210, top: 10, bottom: 40, width: 200, height: 30 };

/** There is no layout here, so what is shown is said; tests in the browser look at real pages. */
function pretendLayout(root: ParentNode, isShown = true): void {
  for (const element of root.querySelectorAll('input')) {
    element.checkVisibility = () => isShown;
    element.getBoundingClientRect = () => ({ ...SHOWN, x: 10, y: 10, toJSON: () => SHOWN });
  }
}

function asks(markup: string, isShown = true): boolean {
  document.body.replaceChildren(document.createRange().createContextualFragment(markup));
  pretendLayout(document, isShown);
  return asksForSecrets(document);
}

describe('asksForSecrets', () => {
  it.each([
    '<input type="password">',
    '<INPUT TYPE="PASSWORD">',
    '<form><input autocomplete="current-password"></form>',
    '<input autocomplete="section-a new-password">',
    '<input autocomplete="one-time-code">',
    '<input autocomplete="billing cc-number">',
    '<input autocomplete="cc-csc">',
    '<input name="cardNumber">',
    '<input type="tel" id="card-number">',
    '<input type="text" name="cvv">',
    '<input name="user[otp]">',
    '<input placeholder="Verification code">',
    '<input aria-label="One-time code">',
    '<label>Security code <input></label>',
    '<label for="n">Credit card number</label><input id="n">',
    '<input placeholder="请输入密码">',
    '<label>银行卡号<input type="tel"></label>',
    '<input placeholder="短信验证码">',
    '<input name="smsCode">',
    `<div>${'<input maxlength="1" inputmode="numeric">'.repeat(6)}</div>`,
  ])('is true for %s', (markup) => {
    expect(asks(markup)).toBe(true);
    expect(asks(markup, false)).toBe(false);
  });

  it.each([
    '<input type="text">',
    '<input autocomplete="name">',
    '<input type="search" placeholder="Search: password, card number">',
    '<input type="submit" value="Password" name="password">',
    '<input type="hidden" name="password">',
    '<input type="checkbox" name="show-password">',
    '<input name="hotpot"><input name="discard"><input name="scorecard">',
    '<input placeholder="图形验证码">',
    '<label>What does a hash table do with a key that it has seen before, say a password?<input></label>',
    '<input maxlength="1" inputmode="numeric">'.repeat(81),
    '<input maxlength="1" inputmode="numeric">'.repeat(3),
    '<textarea name="password"></textarea>',
    '<p>password, 密码, card number</p>',
    '',
  ])('is false for %s', (markup) => {
    expect(asks(markup)).toBe(false);
  });

  it('looks into open shadow roots, one in another', () => {
    document.body.replaceChildren(document.createElement('div'));
    const outer = document.body.firstElementChild?.attachShadow({ mode: 'open' });
    outer?.append(document.createElement('span'));
    const inner = outer?.firstElementChild?.attachShadow({ mode: 'open' });
    expect(asksForSecrets(document)).toBe(false);
    inner?.append(document.createRange().createContextualFragment('<input type="password">'));
    if (inner) pretendLayout(inner);
    expect(asksForSecrets(document)).toBe(true);
  });
});
