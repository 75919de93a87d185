import fc from 'fast-check';
import lengths from '@/lib/domain/privacy/iban-lengths.json';

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const HEX = `${DIGITS}abcdef`;
const LETTERS_AND_DIGITS = `${DIGITS}${CAPITALS}${CAPITALS.toLowerCase()}`;

const drawn = (alphabet: string, least: number, most = least) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: least, maxLength: most });

/** The digit that makes a number pass the formula of H. P. Luhn. */
function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

const PREFIXES: readonly (readonly [prefix: string, length: number])[] = [
  ['4', 16],
  ['4', 13],
  ['4', 19],
  ['51', 16],
  ['55', 16],
  ['2221', 16],
  ['2720', 16],
  ['34', 15],
  ['37', 15],
  ['36', 14],
  ['305', 14],
  ['6011', 16],
  ['65', 16],
  ['3530', 16],
  ['62', 16],
  ['62', 19],
  ['6759', 18],
  ['2200', 16],
];

/** Numbers that makers of payment systems publish for tests. */
const TEST_NUMBERS = [
  '4111111111111111',
  '4242424242424242',
  '4012888888881881',
  '4222222222222',
  '5555555555554444',
  '5105105105105100',
  '2223003122003222',
  '378282246310005',
  '371449635398431',
  '6011111111111117',
  '6011000990139424',
  '30569309025904',
  '38520000023237',
  '3530111333300000',
  '6200000000000005',
];

const drawnCard = fc
  .constantFrom(...PREFIXES)
  .chain(([prefix, length]) =>
    drawn(DIGITS, length - prefix.length - 1).map((rest) => prefix + rest + checkDigit(prefix + rest)),
  );

const toWide = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const inFours = (digits: string, separator: string) => digits.match(/\d{1,4}/g)?.join(separator) ?? digits;
const asPrinted = (digits: string, separator: string) =>
  digits.length === 15 || digits.length === 14
    ? digits.replace(/^(\d{4})(\d{6})/, `$1${separator}$2${separator}`)
    : inFours(digits, separator);

/** A payment card number, in one of the ways in which people write it. */
export const cardNumber: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(drawnCard, fc.constantFrom(...TEST_NUMBERS)),
    fc.constantFrom('', '', ' ', '-', ' - ', '  ', '\u00a0', '\u2009', '–', '.', '\u3000'),
    fc.constantFrom(inFours, asPrinted),
    fc.constantFrom(toWide, String, String, String),
  )
  .map(([digits, separator, spaced, widened]) => widened(spaced(digits, separator)));

function withCheckDigits(country: string, account: string): string {
  const digits = [...`${account}${country}00`].map((character) => Number.parseInt(character, 36)).join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

/** A bank account number of some country, in fours or in one piece. */
export const iban: fc.Arbitrary<string> = fc
  .constantFrom(...Object.entries(lengths))
  .chain(([country, length]) =>
    fc
      .tuple(
        drawn(`${DIGITS}${DIGITS}${CAPITALS}`, length - 4),
        fc.constantFrom('', ' ', '-', '\u00a0'),
        fc.boolean(),
      )
      .map(([account, separator, isSmall]) => {
        const whole =
          withCheckDigits(country, account)
            .match(/.{1,4}/g)
            ?.join(separator) ?? '';
        return isSmall ? whole.toLowerCase() : whole;
      }),
  );

const after = (prefix: string, alphabet: string, least: number, most = least) =>
  drawn(alphabet, least, most).map((rest) => prefix + rest);

const base64Url = `${LETTERS_AND_DIGITS}-_`;
const jsonWebToken = fc
  .tuple(drawn(base64Url, 20, 60), drawn(base64Url, 20, 200), drawn(base64Url, 43))
  .map(([header, payload, signature]) => `eyJ${header}.eyJ${payload}x.${signature}x`);

/** Keys and tokens that stand for themselves. */
export const key: fc.Arbitrary<string> = fc.oneof(
  jsonWebToken,
  after('AKIA', CAPITALS + DIGITS, 16),
  after('ghp_', LETTERS_AND_DIGITS, 36),
  after('github_pat_', LETTERS_AND_DIGITS, 60, 82),
  after('glpat-', LETTERS_AND_DIGITS, 20),
  after('xoxb-', DIGITS, 24),
  after('sk_live_', LETTERS_AND_DIGITS, 24),
  after('AIza', LETTERS_AND_DIGITS, 35),
  after('sk-', LETTERS_AND_DIGITS, 48),
  after('sk-proj-', LETTERS_AND_DIGITS, 40),
  after('npm_', LETTERS_AND_DIGITS, 36),
  after('LTAI', LETTERS_AND_DIGITS, 20),
);

const randomValue = fc.oneof(
  drawn(HEX, 32),
  drawn(HEX, 40, 64),
  drawn(LETTERS_AND_DIGITS, 24, 48),
  drawn(`${LETTERS_AND_DIGITS}+/`, 40).map((value) => `${value}x7=`),
  fc.uuid(),
);

const password = fc
  .tuple(drawn(LETTERS_AND_DIGITS, 5, 12), drawn(DIGITS, 1, 3), fc.constantFrom('', '!', '#', '@'))
  .map((parts) => parts.join(''));

export interface NamedSecret {
  readonly before: string;
  readonly secret: string;
}

const named = (secret: fc.Arbitrary<string>, ...names: readonly string[]): fc.Arbitrary<NamedSecret> =>
  fc.record({ before: fc.constantFrom(...names), secret });

/** Secrets that a text names before it says them. */
export const namedSecret: fc.Arbitrary<NamedSecret> = fc.oneof(
  named(
    randomValue,
    'api_key=',
    'token: ',
    'access_token = "',
    'client_secret: ',
    'Authorization: Bearer ',
    'secret key is ',
    '{"apiKey": "',
    '访问令牌：',
    'API 密钥: ',
    '密钥为',
    'https://a.example/x?access_token=',
    'key=',
  ),
  named(
    password,
    'password=',
    'Password: ',
    'password is ',
    '密码：',
    '密码是',
    '"password": "',
    'pwd=',
    '口令: ',
  ),
  named(drawn(DIGITS, 6), '验证码：', '您的验证码是', 'verification code: ', 'security code is '),
);

/** What stands around a secret. */
export const surroundings: fc.Arbitrary<readonly [before: string, after: string]> = fc.constantFrom(
  ['', ''],
  ['The number on file is ', ', as agreed in 2024.'],
  ['Please use ', '. It expires 12/27.'],
  ['(', ')'],
  ['"', '"'],
  ['Pay to:\n', '\nThank you.'],
  ['Order 12: ', ' (3 items, total 149.00)'],
  ['号码是', '，有效期到 2027 年。'],
  ['请使用 ', ' 付款。'],
  ['账户：', '；开户行：第一支行'],
  ['他说“', '”可以用。'],
);
