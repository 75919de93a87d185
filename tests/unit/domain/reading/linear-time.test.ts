import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '@/lib/domain/reading/canonical-url';
import { chunkLines } from '@/lib/domain/reading/chunk-lines';
import { chunkText } from '@/lib/domain/reading/chunk-text';
import { expectedReadingMs } from '@/lib/domain/reading/engagement';
import { joinSpokenLines } from '@/lib/domain/reading/join-spoken-lines';
import { cleanLines, cleanProse, comparisonForm } from '@/lib/domain/reading/passage-text';
import { isWorthKeeping } from '@/lib/domain/reading/worth-keeping';

const CHARS = 200_000;

/** Generous for a busy machine; what grows with the square of the length takes minutes. */
const LIMIT_MS = 1_500;

const FUNCTIONS: Record<string, (text: string) => unknown> = {
  canonicalUrl: (text) => canonicalUrl(`https://a.example/?${text}`),
  chunkLines: (text) => chunkLines(text, 900),
  chunkText: (text) => chunkText(text, 900),
  cleanLines,
  cleanProse,
  comparisonForm,
  expectedReadingMs,
  joinSpokenLines: (text) => [...joinSpokenLines(text.match(/.{1,40}/gs) ?? [])],
  isWorthKeeping: (text) => isWorthKeeping(text, 'prose'),
};
const UNITS = [
  ' ',
  '\n',
  '熵\n',
  '熵 ',
  "a'",
  'a-',
  '\u200d',
  '\u202e',
  '"',
  '。',
  '&',
  '&utm_',
  '\u0301',
  '👩\u200d',
];

describe.each(Object.entries(FUNCTIONS))('%s', (_name, run) => {
  it.each(UNITS)('takes linear time for %j over and over', (unit) => {
    const text = unit.repeat(CHARS / unit.length);
    const start = performance.now();
    run(text);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
  });
});
