/** Words in names and labels of fields for payment cards, passwords and one-time codes. */
const SECRET_WORDS = new RegExp(
  [
    String.raw`\b(?:card ?(?:number|num|no)|(?:credit|debit|bank) ?card|cc ?num(?:ber)?|cvv2?|cvc2?|csc|iban)\b`,
    String.raw`\b(?:security|sms|verification|verify|confirmation|authentication|auth|login|2fa|mfa|two ?factor) ?(?:code|pin)\b`,
    String.raw`\b(?:otp|totp|one ?time ?(?:code|password|passcode|pin)|password|passwd|passphrase|passcode|pwd)\b`,
    '密码|口令|卡号|信用卡|储蓄卡|(?<!图形|图片|图像)验证码|校验码|动态码|安全码',
  ].join('|'),
);

/** Longest label that is looked at; a whole sentence names nothing. */
const LABEL_CHARS = 60;

/** Whether a name (`cardNumber`, `one-time_code`) or a label says that a field takes a secret. */
export function namesSecret(name: string): boolean {
  const words = name
    .slice(0, LABEL_CHARS)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.:/[\]\s]+/g, ' ')
    .toLowerCase();
  return SECRET_WORDS.test(words);
}
