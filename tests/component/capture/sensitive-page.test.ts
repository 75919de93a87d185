import { describe, expect, it } from 'vitest';
import { isHostedField } from '@/lib/capture/secrets/secret-field';
import { asksForSecrets } from '@/lib/capture/sensitive-page';

const SHOWN = { left: 10, right: 210, top: 10, bottom: 40, width: 200, height: 30 };

/** There is no layout here, so what is shown is said; tests in the browser look at real pages. */
function pretendLayout(root: ParentNode, isShown = true): void {
  for (const element of root.querySelectorAll('input, textarea')) {
    // A field with `data-clear` is transparent.
    element.checkVisibility = (options) =>
      isShown && !(options?.opacityProperty === true && element.hasAttribute('data-clear'));
    const top = Number(element.getAttribute('data-top') ?? SHOWN.top);
    const place = { ...SHOWN, top, bottom: top + SHOWN.height };
    element.getBoundingClientRect = () => ({ ...place, x: 10, y: top, toJSON: () => place });
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
    `<div>${'<input maxlength="1">'.repeat(6)}</div>`,
    '<textarea name="password"></textarea>',
    '<textarea placeholder="Enter your 12-word recovery phrase"></textarea>',
    '<label>Secret recovery phrase <textarea></textarea></label>',
    '<textarea placeholder="请输入助记词"></textarea>',
    '<input name="pass">',
    '<input placeholder="••••••">',
    '<input placeholder="6-digit code">',
    '<span id="a">Card</span><span id="b">Security code</span><input aria-labelledby="a b">',
    '<label>Account number (IBAN) <input></label>',
    '<input placeholder="IBAN 号码">',
    '<label>Password <a>Forgot your password?</a><input></label>',
    '<input type="password" data-clear>',
    `${'<input type="checkbox">'.repeat(3_500)}<input type="password">`,
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
    '<input placeholder="搜索密码学课程">',
    '<input placeholder="Search password policies">',
    '<input name="q" aria-label="password">',
    '<input role="searchbox" title="Credit card">',
    '<label>密码学中的对称加密 <input></label><label>密码算法 <input></label>',
    '<label>What does IBAN stand for? <input></label>',
    '<label>Which of these is a password? <input></label>',
    '<label>IBAN 是什么的缩写？<input></label>',
    '<label>Explain how a password is hashed <textarea></textarea></label>',
    '<input name="boarding-pass"><input name="passage"><input placeholder="***">',
    '<input type="password" data-clear style="pointer-events: none">',
    '<input autocomplete="cc-number" data-clear>',
    [10, 50, 90, 130].map((top) => `<input maxlength="1" data-top="${top}">`).join(''),
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

describe('isHostedField', () => {
  it.each([
    ['Secure card number input frame', { width: 300, height: 40 }, true],
    ['Security code', { width: 60, height: 24 }, true],
    ['Password hashing lecture', { width: 640, height: 360 }, false],
    ['Credit card', { width: 60, height: 90 }, false],
    ['Lecture', { width: 300, height: 40 }, false],
  ])('of a frame called %s of size %j is %s', (title, size, isField) => {
    const frame = document.createElement('iframe');
    frame.title = title;
    frame.getBoundingClientRect = () => ({ ...SHOWN, ...size, x: 10, y: 10, toJSON: () => size });
    expect(isHostedField(frame)).toBe(isField);
  });
});
