import { describe, expect, it } from 'vitest';
import { redactAddress, redactExcerpt, redactSecrets } from '@/lib/domain/privacy/redact';
import { createQuoteAnchor } from '@/lib/domain/reading/quote-anchor';
import ordinary from '@/tests/fixtures/privacy/ordinary-text.json';
import { readProjectFile } from '@/tests/support/source-tree';

describe('redactSecrets', () => {
  it.each([
    ['Pay with 4111 1111 1111 1111 now.', 'Pay with ▮▮▮▮ ▮▮▮▮ ▮▮▮▮ ▮▮▮▮ now.'],
    ['卡号是４１１１１１１１１１１１１１１１，有效期 12/27', '卡号是▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮，有效期 12/27'],
    ['Amex 3782 822463 10005 12 27 1234', 'Amex ▮▮▮▮ ▮▮▮▮▮▮ ▮▮▮▮▮ 12 27 1234'],
    ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '▮ ▮ ▮ ▮ ▮ ▮ ▮ ▮ ▮ ▮ ▮ ▮ ▮ ▮ ▮ ▮'],
    ['DE89 3704 0044 0532 0130 00 is it', '▮▮▮▮ ▮▮▮▮ ▮▮▮▮ ▮▮▮▮ ▮▮▮▮ ▮▮ is it'],
    ['Card\t4111\t1111\t1111\t1111', 'Card\t▮▮▮▮\t▮▮▮▮\t▮▮▮▮\t▮▮▮▮'],
    ['Ref 20 11 22 33 44 4111111111111111', 'Ref 20 11 22 33 44 ▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮'],
    ['4111 1111 1111 1111 138 0013 8000 010 6255 1234', '▮▮▮▮ ▮▮▮▮ ▮▮▮▮ ▮▮▮▮ 138 0013 8000 010 6255 1234'],
    ['密码：Abc12345。', '密码：▮▮▮▮▮▮▮▮。'],
    ['密码是“Abc12345”', '密码是“▮▮▮▮▮▮▮▮”'],
    ['令牌：「4eC39HqLyjWDarjtT1zdp7dc」', `令牌：「${'▮'.repeat(24)}」`],
    ['验证码为：８３９２０１。', '验证码为：▮▮▮▮▮▮。'],
    ['您的验证码是 123 456', '您的验证码是 ▮▮▮ ▮▮▮'],
    ['verification code: G-123456', 'verification code: ▮▮▮▮▮▮▮▮'],
    [
      'https://hooks.slack.com/services/T02ABCDEF/B03GHIJKL/aB3dE5fG7hI9jK1lM3nO5pQ7',
      `https://hooks.slack.com/services/${'▮'.repeat(44)}`,
    ],
    ['postgres://study:s3cret9@localhost/db', 'postgres://study:▮▮▮▮▮▮▮@localhost/db'],
    ['Authorization: Basic c3R1ZHk6czNjcmV0', 'Authorization: Basic ▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮'],
    ['DB_PASS=tulip88', 'DB_PASS=▮▮▮▮▮▮▮'],
    ['mysql --password tulip88 study', 'mysql --password ▮▮▮▮▮▮▮ study'],
    ['curl -u ada:tulip88 https://a.example/', 'curl -u ada:▮▮▮▮▮▮▮ https://a.example/'],
    ['Your code is 123456.', 'Your code is ▮▮▮▮▮▮.'],
    ['Your sign-in code: 123456', 'Your sign-in code: ▮▮▮▮▮▮'],
    ['123456 is your verification code', '▮▮▮▮▮▮ is your verification code'],
    ['验证码 123456', '验证码 ▮▮▮▮▮▮'],
    ['123456是您的验证码', '▮▮▮▮▮▮是您的验证码'],
    ['提取码：abcd', '提取码：▮▮▮▮'],
    [`MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.${'aB3dE5fG7h'.repeat(3)}`, `${'▮'.repeat(24 + 1 + 6 + 1 + 30)}`],
    [`EAAC${'aB3dE5fG7h'.repeat(8)}`, '▮'.repeat(84)],
  ])('covers what is secret in %j', (text, redacted) => {
    expect(redactSecrets(text)).toBe(redacted);
  });

  it('covers a private key and leaves the lines around it', () => {
    const body = ['MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn', 'ygWyF8PbnGy0AHB7MhgHcTz6sE2I2yPB=='];
    const lines = (inner: readonly string[]) =>
      ['-----BEGIN RSA PRIVATE KEY-----', ...inner, '-----END RSA PRIVATE KEY-----'].join('\n');
    expect(redactSecrets(lines(body))).toBe(lines(body.map((line) => '▮'.repeat(line.length))));
  });

  it.each(Object.entries(ordinary))('leaves %s alone', (_what, texts) => {
    for (const text of texts) expect(redactSecrets(text)).toBe(text);
  });

  it.each([
    'demo/en/hash-tables.html',
    'demo/en/movable-type.html',
    'demo/en/photosynthesis.html',
    'demo/en/plate-tectonics.html',
    'demo/zh/bankuai-gouzao.html',
    'demo/zh/guanghe-zuoyong.html',
    'demo/zh/haxibiao.html',
    'demo/zh/huozi-yinshua.html',
  ])('leaves the article %s alone', (path) => {
    const article = readProjectFile(path);
    expect(redactSecrets(article)).toBe(article);
  });
});

describe('redactExcerpt', () => {
  it('covers what a cut has left of a secret', () => {
    const secret = 'The card is 4111 1111 1111 1111 and the key is sk_live_4eC39HqLyjWDarjtT1zdp7dc.';
    for (let length = 1; length < secret.length; length += 1) {
      const anchor = createQuoteAnchor('Text.', secret.slice(0, length), secret.slice(length));
      const kept = redactExcerpt(anchor.prefix) + redactExcerpt(anchor.suffix);
      expect(kept).not.toMatch(/(?:\d ?){7,}/);
      expect(kept).not.toContain('39HqLyjW');
    }
  });

  it.each(['in 1911, when', 'see section 4.2', 'a text about hash tables', '哈希表把键映射到位置'])(
    'leaves %j alone',
    (text) => {
      expect(redactExcerpt(text)).toBe(text);
    },
  );
});

describe('redactAddress', () => {
  it.each([
    [
      'https://a.example/x?access_token=4eC39HqLyjWDarjt&page=2',
      'https://a.example/x?access_token=****************&page=2',
    ],
    ['https://a.example/pay/4111+1111+1111+1111', 'https://a.example/pay/*******************'],
    [
      'https://a.example/?card=4111%C2%A01111%C2%A011111111&p=2',
      `https://a.example/?card=${'*'.repeat(28)}&p=2`,
    ],
    [
      'https://a.example/?q=%E5%AF%86%E7%A0%81%3AAbc12345',
      'https://a.example/?q=%E5%AF%86%E7%A0%81%3A********',
    ],
    ['https://a.example/?user%5Bpassword%5D=Abc12345', 'https://a.example/?user%5Bpassword%5D=********'],
    [
      'https://a.example/?to=%2Fb%3Faccess_token%3D4eC39HqLyjWDarjt',
      'https://a.example/?to=%2Fb%3Faccess_token%3D****************',
    ],
    [
      'https://a.example/back?code=4eC39HqLyjWDarjtT1zd&state=b7Qx92LmVt5KcR81ZsPq',
      'https://a.example/back?code=********************&state=********************',
    ],
    ['https://a.example/reset/b7Qx92LmVt5KcR81ZsPq', 'https://a.example/reset/********************'],
    ['https://a.example/?code=CS101&state=open', 'https://a.example/?code=CS101&state=open'],
    [
      'https://a.example/verify/a-program-of-several-parts-2',
      'https://a.example/verify/a-program-of-several-parts-2',
    ],
    ['https://a.example/%E9%9?q=%e9+100%', 'https://a.example/%E9%9?q=%e9+100%'],
    [
      'https://a.example/wiki/%F0%9F%94%91?q=%E5%AF%86%E7%A0%81',
      'https://a.example/wiki/%F0%9F%94%91?q=%E5%AF%86%E7%A0%81',
    ],
    ['https://a.example/wiki/Hash_table#Uses', 'https://a.example/wiki/Hash_table#Uses'],
    ['https://a.example/watch?v=dQw4w9WgXcQ&t=12', 'https://a.example/watch?v=dQw4w9WgXcQ&t=12'],
  ])('%s', (address, redacted) => {
    expect(redactAddress(address)).toBe(redacted);
    expect(new URL(redacted).href).toBe(redacted);
  });
});
