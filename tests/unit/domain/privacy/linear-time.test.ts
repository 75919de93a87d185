import { describe, expect, it } from 'vitest';
import { redactSecrets } from '@/lib/domain/privacy/redact';

const CHARS = 15_000;
const LONGER = 4;

/** Four times the text takes four times as long; what grows with the square takes sixteen times. */
const MOST_GROWTH = 9;
const TRIES = 3;

/** Beginnings of secrets that never come to an end, over and over. */
const UNITS = [
  '4',
  '4 ',
  '4 - ',
  '4111 ',
  '41.',
  '4111 1 ',
  '１',
  'GB82',
  'GB82 ',
  'eyJ',
  'eyJa.',
  'sk-',
  'a-',
  'token',
  'token ',
  'token=',
  'key_',
  '?token',
  '?&',
  'password:',
  'password is ',
  'authorization: basic ',
  '密码',
  '密码：',
  '密码是：“',
  'verification code a-1',
  'hooks.slack.com/services/',
  '?[',
  '://a:',
  '://',
  ':// a:b@',
  'db_pass=',
  '--password ',
  ' -u a:',
  'your a code is ',
  '1234 is your ',
  '/reset/',
  'MT',
  'EAA',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA',
  '▮',
  'A',
  ' ',
];

function shortestMs(run: () => unknown): number {
  const times = Array.from({ length: TRIES }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('redactSecrets', () => {
  it.each(UNITS)('takes time in proportion to the length for %j over and over', { retry: 2 }, (unit) => {
    const text = unit.repeat(CHARS / unit.length);
    const briefly = shortestMs(() => redactSecrets(text));
    expect(shortestMs(() => redactSecrets(text.repeat(LONGER)))).toBeLessThan(MOST_GROWTH * briefly + 5);
  });
});
