/** Words in names and labels of fields for payment cards, passwords and one-time codes. */
const SECRET_WORDS = new RegExp(
  [
    String.raw`\b(?:card ?(?:number|num|no)|(?:credit|debit|bank) ?card|cc ?num(?:ber)?|cvv2?|cvc2?|csc)\b`,
    String.raw`\b(?:security|sms|verification|verify|confirmation|authentication|auth|login|2fa|mfa|two ?factor) ?(?:code|pin)\b`,
    String.raw`\b(?:\d|four|six|eight) ?digit (?:code|pin|passcode)\b`,
    String.raw`\b(?:otp|totp|one ?time ?(?:code|password|passcode|pin)|password|passwd|passphrase|passcode|pwd)\b`,
    '^(?:(?:user|login|new|old) ?)?pass$',
    '密码(?!学|技术|算法|分析|协议|体制|本)|口令|卡号|信用卡|储蓄卡|(?<!图形|图片|图像)验证码|校验码|动态码|安全码',
  ].join('|'),
);

/** The words from which a wallet can be opened. */
const RECOVERY_WORDS =
  /\b(?:(?:recovery|seed|mnemonic|backup) (?:phrase|words)|recovery seed|secret phrase)\b|助记词|助记短语/;

/** A short label asks for one; a longer one may ask what it is. */
const ACCOUNT_NUMBER = /^(?:[^ ]+ ){0,3}[^ a-z]*iban\b(?:[^a-z]*| (?:number|no|code))$/;

const QUESTION =
  /^(?:what|which|why|how|who|when|where|is|are|does|do|can|should)\b.*\?|(?:什么|哪|为何|怎么|如何|多少|吗).*[?？]/;

/** Dots or asterisks as they stand for what was typed. */
const DOTS = /^\s*(?:[•●∙·⋅*＊]\s?){4,}\s*$/;

const SEARCH = /^\s*(?:search|filter|搜索|搜一搜|查找|检索)/i;

/** Longest part of a label that is looked at; a whole sentence names nothing. */
const LABEL_CHARS = 60;

/** Longest question that is told. */
const QUESTION_CHARS = 200;

/** Whether a name (`cardNumber`, `one-time_code`) or a label says that a field takes a secret. */
export function namesSecret(name: string): boolean {
  if (DOTS.test(name.slice(0, LABEL_CHARS))) return true;
  if (isQuestion(name)) return false;
  const words = wordsOf(name);
  return SECRET_WORDS.test(words) || RECOVERY_WORDS.test(words) || ACCOUNT_NUMBER.test(words);
}

/** Whether a label says that a field takes the words from which a wallet can be opened. */
export function namesRecoveryWords(label: string): boolean {
  return !isQuestion(label) && RECOVERY_WORDS.test(wordsOf(label));
}

/** Whether a name or a label says that a field is for looking something up. */
export function namesSearch(name: string): boolean {
  return SEARCH.test(name) || /^(?:q|query|keywords?|wd)$/i.test(name);
}

/** Whether a label asks something, as in a quiz. "Forgot your password?" does not. */
function isQuestion(label: string): boolean {
  return QUESTION.test(label.slice(0, QUESTION_CHARS).trim().toLowerCase());
}

function wordsOf(name: string): string {
  return name
    .slice(0, LABEL_CHARS)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.:/[\]()*\s]+/g, ' ')
    .trim()
    .toLowerCase();
}
