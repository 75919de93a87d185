import { isMixed, looksRandom } from './randomness';
import names from './secret-names.json';
import type { TextRange } from './text-range';

/** Between a name and its value: a mark, or the word that says it, with quotation marks on either side. */
const MARK = String.raw`["'\`]?(?:\s{0,3}(?:=>|:=|[=:>|])|\s{0,3}[是为]:?|\s{1,3}is(?::|(?=\s)))`;
const QUOTE = String.raw`\s{0,3}["'\`]?`;
const VALUE = String.raw`[^\s"'\`<>&;,()\[\]{}|\u0080-\uffff]`;
const KEY_VALUE = String.raw`[\w.+/=~%:$!*-]`;
/** What may follow a name: `secret_key_base`, `token2`. */
const TAIL = String.raw`[\w-]{0,20}`;

const oneOf = (parts: readonly string[]) => `(?:${parts.join('|')})`;

const KEY = new RegExp(`${oneOf(names.keys)}${TAIL}${MARK}${QUOTE}(${KEY_VALUE}{16,})`, 'dgi');
const SPOKEN_KEY = new RegExp(`${oneOf(names.spoken)}\\s{1,3}(${KEY_VALUE}{16,})`, 'dgi');
const PARAMETER = new RegExp(`[?&#][\\w.[-]{0,24}${oneOf(names.parameters)}\\]?=(${KEY_VALUE}{8,})`, 'dgi');
const HEADER = /authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:[a-z]{2,12}\s{1,3})?([\w.~+/=:-]{8,})/dgi;
const WEBHOOK = /(?:hooks\.slack\.com\/services|discord(?:app)?\.com\/api\/webhooks)\/([\w/-]{20,})/dgi;
const BOT = /(?<!\w)\d{8,10}:(AA[\w-]{33})(?![\w-])/dg;
const PASSWORD = new RegExp(`${oneOf(names.passwords)}\\d?${MARK}${QUOTE}(${VALUE}{6,128})`, 'dgi');
const IN_ADDRESS = /:\/\/[^\s/:@]{0,64}:([^\s/@]{4,64})@/dg;
const CODE = new RegExp(
  `${oneOf(names.codes)}(?:${MARK}${QUOTE}|\\s{0,3})((?:[a-z]-)?\\d{3,8}(?:[ -]\\d{3,4})?)(?!\\d)`,
  'dgi',
);

/** As programs are told a password: in their environment, and behind a switch. */
const SETTING = new RegExp(`${oneOf(names.settings)}_?pass\\s?[=:]\\s?["'\`]?(${VALUE}{6,128})`, 'dgi');
const SWITCH = new RegExp(`--(?:password|passwd|pass)[ =]["'\`]?(${VALUE}{6,128})`, 'dgi');
const USER_SWITCH = new RegExp(`\\s(?:-u|--user)[ =]["'\`]?[\\w.@-]{1,64}:(${VALUE}{4,64})`, 'dgi');

/** Codes as messages give them, and those that open a shared folder. */
const YOUR_CODE =
  /your (?:[\w-]{2,20} ){0,2}code(?: is|:)\s{1,3}((?:[a-z]-)?\d{4,8})(?![\d.,]*\d| ?[a-z])/dgi;
const CODE_BEFORE =
  /(?<![\d.])(\d{4,8})(?: is your (?:[\w-]{1,20} ){0,3}(?:code|otp|passcode)|\s?[是为][你您]的(?:登录|短信|动态)?(?:验证|校验|动态)码)/dgi;
const SHARED = new RegExp(`(?:提取|访问|取件)码${MARK}${QUOTE}([a-z\\d]{4,8})(?![a-z\\d])`, 'dgi');

/** What an address carries once: where one signs in through another site, and in links sent by mail. */
const ONCE = new RegExp(`[?&#]${oneOf(names.once)}=(${KEY_VALUE}{16,})`, 'dgi');
const LINK = new RegExp(`/${oneOf(names.links)}/([\\w.~-]{16,})`, 'dgi');

/** A call, and a count: `getPassword2()`, "10000000 kinds of passwords". */
const NOT_AFTER = /^[(个种位次组]/;

/** What belongs to the sentence rather than to the value in it. */
const SENTENCE_END = /[.:?]{1,3}$/;

/** Placeholders, paths, and values that a program works out. */
const NOT_LITERAL = /^[$%{<[(/~.\\]|[(${]|:\/\//;

const RULES: readonly { readonly pattern: RegExp; readonly isSecret: (value: string) => boolean }[] = [
  { pattern: KEY, isSecret: looksRandom },
  { pattern: SPOKEN_KEY, isSecret: looksRandom },
  { pattern: PARAMETER, isSecret: isMixed },
  { pattern: HEADER, isSecret: isMixed },
  { pattern: WEBHOOK, isSecret: isMixed },
  { pattern: BOT, isSecret: isMixed },
  { pattern: PASSWORD, isSecret: isPassword },
  { pattern: IN_ADDRESS, isSecret: isPassword },
  { pattern: CODE, isSecret: () => true },
  { pattern: SETTING, isSecret: isPassword },
  { pattern: SWITCH, isSecret: isPassword },
  { pattern: USER_SWITCH, isSecret: (value) => isPassword(value) && isMixed(value) },
  { pattern: YOUR_CODE, isSecret: () => true },
  { pattern: CODE_BEFORE, isSecret: () => true },
  { pattern: SHARED, isSecret: () => true },
  { pattern: ONCE, isSecret: looksRandom },
  { pattern: LINK, isSecret: looksRandom },
];

/**
 * Values that a text calls a key, a token, a password or a one-time code, and that look like one. Takes time in proportion
 * to the length of the text.
 *
 * @param text in plain form
 */
export function findNamedSecrets(text: string): TextRange[] {
  return RULES.flatMap(({ pattern, isSecret }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [start = 0, end = 0] = match.indices?.[1] ?? [];
      const value = (match[1] ?? '').replace(SENTENCE_END, '');
      const isOther = NOT_AFTER.test(text.charAt(end));
      return !isOther && isSecret(value) ? [{ start, end: start + value.length }] : [];
    }),
  );
}

/** Letters alone are more likely a word about passwords. */
function isPassword(value: string): boolean {
  return /\d/.test(value) && !NOT_LITERAL.test(value);
}
