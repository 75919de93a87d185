import { looksRandom } from './randomness';
import type { TextRange } from './text-range';

/** Words joined by dots, as keys and signed tokens are written. */
const RUN = /[\w-]+(?:\.[\w-]+)*/g;
const FEWEST_UNITS = 16;

/** Keys that say by their beginning whose they are. Held against whole runs only, so each takes linear time. */
const FORMATS: readonly RegExp[] = [
  /^eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]+)*$/, // JSON Web Token
  /^(?:AKIA|ASIA|AGPA|AROA|AIDA|ABIA|ACCA)[A-Z\d]{16}$/, // Amazon Web Services
  /^(?:gh[oprsu]_\w{36,255}|github_pat_\w{22,255})$/, // GitHub
  /^(?:glpat|gldt|glrt|glptt|glcbt)-[\w-]{20,}(?:\.[\w.-]+)?$/, // GitLab
  /^(?:xox[abeoprs]|xapp)-[\w-]{16,}$/, // Slack
  /^(?:sk|rk|pk)_(?:live|test)_[A-Za-z\d]{16,}$/, // Stripe
  /^whsec_[A-Za-z\d]{24,}$/, // Stripe
  /^AIza[\w-]{35}$/, // Google
  /^ya29\.[\w.-]{20,}$/, // Google
  /^GOCSPX-[\w-]{28}$/, // Google
  /^npm_[A-Za-z\d]{36}$/, // npm
  /^pypi-[\w-]{50,}$/, // PyPI
  /^hf_[A-Za-z\d]{30,}$/, // Hugging Face
  /^SG\.[\w-]{16,}\.[\w-]{16,}$/, // SendGrid
  /^do[opr]_v1_[a-f\d]{64}$/, // DigitalOcean
  /^shp(?:at|ca|pa|ss)_[a-fA-F\d]{32}$/, // Shopify
  /^SK[a-f\d]{32}$/, // Twilio
  /^sq0[a-z]{3}-[\w-]{22,43}$/, // Square
  /^gsk_[A-Za-z\d]{40,}$/, // Groq
  /^xai-[A-Za-z\d]{60,}$/, // xAI
  /^r8_[A-Za-z\d]{37}$/, // Replicate
  /^nvapi-[\w-]{60,}$/, // NVIDIA
  /^dckr_pat_[\w-]{27,}$/, // Docker
  /^dapi[a-f\d]{32}$/, // Databricks
  /^hvs\.[\w-]{24,}$/, // Vault
  /^AGE-SECRET-KEY-1[A-Z\d]{58}$/, // age
  /^[a-f\d]{32}-us\d{1,2}$/, // Mailchimp
  /^LTAI[A-Za-z\d]{12,26}$/, // Alibaba Cloud
  /^(?=.{0,25}\d)(?:M[DTjz]|N[DTjz]|O[DT])[A-Za-z\d]{22,26}\.[\w-]{6}\.[\w-]{27,40}$/, // Discord
  /^EAA(?=[A-Za-z]{0,40}\d)[A-Za-z\d]{60,}$/, // Facebook
  /^AKID[A-Za-z\d]{28,32}$/, // Tencent Cloud
];

/** Beginnings so short that the rest must look drawn by lot as well (OpenAI, Anthropic and many others). */
const SHORT_PREFIX = /^(?:sk|pk|ak|rk|api|key|token)[-_](?=.{20})/;

/**
 * Keys and tokens that are told by their form alone. Digests and identifiers of unknown form stay.
 *
 * @param text in plain form
 */
export function findKeys(text: string): TextRange[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    run.length < FEWEST_UNITS ? [] : findInRun(run, index),
  );
}

function findInRun(run: string, start: number): TextRange[] {
  if (isKey(run)) return [{ start, end: start + run.length }];
  const found: TextRange[] = [];
  let offset = start;
  for (const word of run.split('.')) {
    if (word.length >= FEWEST_UNITS && isKey(word)) found.push({ start: offset, end: offset + word.length });
    offset += word.length + 1;
  }
  return found;
}

function isKey(word: string): boolean {
  if (FORMATS.some((format) => format.test(word))) return true;
  return SHORT_PREFIX.test(word) && looksRandom(word.replace(SHORT_PREFIX, ''));
}
