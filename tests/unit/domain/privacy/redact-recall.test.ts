import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactAddress, redactSecrets } from '@/lib/domain/privacy/redact';
import { cardNumber, iban, key, namedSecret, surroundings } from '@/tests/support/secret-arbitraries';

const SAMPLES = 4_000;
const LEAST_SHARE = 0.99;

interface Written {
  readonly before: string;
  readonly secret: string;
}

/** So many characters in a row of a secret are a leak. */
const LEAKED_CHARACTERS = 6;

const written = fc.oneof(
  fc.record({ before: fc.constant(''), secret: cardNumber }),
  fc.record({ before: fc.constant(''), secret: iban }),
  fc.record({ before: fc.constant(''), secret: key }),
  namedSecret,
);

function leaks(redacted: string, secret: string): boolean {
  const size = Math.min(LEAKED_CHARACTERS, secret.length);
  for (let at = 0; at + size <= secret.length; at += 1) {
    if (redacted.includes(secret.slice(at, at + size))) return true;
  }
  return false;
}

/** A value that is quoted needs its closing mark. */
const inSentence = ({ before, secret }: Written, [left, right]: readonly [string, string]) =>
  before.endsWith('"') ? { left: before, secret, right: '"' } : { left: left + before, secret, right };

describe.each([
  ['payment card numbers', cardNumber.map((secret) => ({ before: '', secret }))],
  ['bank account numbers', iban.map((secret) => ({ before: '', secret }))],
  ['keys and tokens', key.map((secret) => ({ before: '', secret }))],
  ['secrets that are named', namedSecret],
])('%s', (_what, arbitrary) => {
  const samples = fc
    .sample(fc.tuple(arbitrary, surroundings), { numRuns: SAMPLES, seed: 4 })
    .map(([written, around]) => inSentence(written, around));
  const shareOf = (isAsWanted: (sample: (typeof samples)[number], redacted: string) => boolean) =>
    samples.filter((sample) => isAsWanted(sample, redactSecrets(sample.left + sample.secret + sample.right)))
      .length / samples.length;

  it(`are covered in at least ${LEAST_SHARE} of ${SAMPLES} sentences, English and Chinese`, () => {
    expect(shareOf(({ secret }, redacted) => !leaks(redacted, secret))).toBeGreaterThanOrEqual(LEAST_SHARE);
  });

  it('are covered without touching the words around them', () => {
    const isUntouched = ({ left, right }: (typeof samples)[number], redacted: string) =>
      redacted.startsWith(left) && redacted.endsWith(right);
    expect(shareOf(isUntouched)).toBeGreaterThanOrEqual(LEAST_SHARE);
  });
});

describe('redactSecrets', () => {
  it('keeps the length, and done twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(written, surroundings, fc.string()), { maxLength: 8 }), (parts) => {
        const text = parts
          .map((part) =>
            typeof part === 'string' ? part : 'secret' in part ? part.before + part.secret : part.join(' '),
          )
          .join(' ');
        const once = redactSecrets(text);
        expect(once.length).toBe(text.length);
        expect(redactSecrets(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('covers a secret wherever it stands in an address', () => {
    const cards = fc
      .sample(cardNumber, { numRuns: 500, seed: 4 })
      .filter((card) => /^\d(?:[ -]?\d)+$/.test(card));
    for (const card of cards) {
      const address = `https://shop.example/pay/${encodeURIComponent(card)}?card=${encodeURIComponent(card)}`;
      expect(redactAddress(address)).toMatch(/^https:\/\/shop\.example\/pay\/\*+\?card=\*+$/);
    }
  });
});
