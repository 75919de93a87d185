import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTokens, MAX_BATCH_TOKENS, padTokens, planBatches } from '@/lib/engine/batching';

const lengths = fc.array(fc.integer({ min: 1, max: 512 }), { maxLength: 80, size: 'max' });

describe('planning batches', () => {
  it('takes each text once', () => {
    fc.assert(
      fc.property(lengths, (list) => {
        const planned = planBatches(list).flat();
        expect(planned.sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
      }),
    );
  });

  it('computes no more tokens a batch than the budget, padding included, unless one text alone is longer', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 16, max: 600 }), (list, budget) => {
        for (const batch of planBatches(list, budget)) {
          const widest = Math.max(...batch.map((index) => list[index] ?? 0));
          if (batch.length > 1) expect(batch.length * widest).toBeLessThanOrEqual(budget);
        }
      }),
    );
  });

  it('puts texts of like length together, so that little is padded', () => {
    const mixed = [8, 200, 8, 200, 8, 200, 8, 200];
    expect(planBatches(mixed)).toEqual([
      [0, 2, 4, 6],
      [1, 3],
      [5, 7],
    ]);
  });

  it('plans nothing for nothing', () => {
    expect(planBatches([])).toEqual([]);
  });
});

describe('padding', () => {
  it('fills short rows with the padding token and masks it out', () => {
    const batch = padTokens([[5, 6, 7], [8]], 1);
    expect(batch).toMatchObject({ rows: 2, width: 3 });
    expect([...batch.ids]).toEqual([5n, 6n, 7n, 8n, 1n, 1n]);
    expect([...batch.mask]).toEqual([1n, 1n, 1n, 1n, 0n, 0n]);
  });
});

describe('cutting', () => {
  it('keeps the end mark', () => {
    expect(cutTokens([0, 11, 12, 13, 14, 2], 4)).toEqual([0, 11, 12, 2]);
  });

  it('leaves what fits as it is', () => {
    const tokens = Array.from({ length: MAX_BATCH_TOKENS }, (_, i) => i);
    expect(cutTokens(tokens, MAX_BATCH_TOKENS)).toEqual(tokens);
  });
});
