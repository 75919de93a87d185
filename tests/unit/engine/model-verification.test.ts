import { describe, expect, it } from 'vitest';
import { EMBEDDING_DIMENSION } from '@/lib/domain/embedding/model';
import type { EncoderRuntime } from '@/lib/engine/encoder-runtime';
import { tryModel } from '@/lib/engine/model-verification';

const runtimeOf = (dimension: number, value = 0.5): EncoderRuntime => ({
  padId: 0,
  tokenise: () => [1, 2, 3],
  run: async ({ rows, width }) => new Float32Array(rows * width * dimension).fill(value),
});

describe('a model that was loaded', () => {
  it('is taken when its vectors are as wide as ours', async () => {
    await expect(tryModel(runtimeOf(EMBEDDING_DIMENSION))).resolves.toBeUndefined();
  });

  it('is refused when they are not', async () => {
    await expect(tryModel(runtimeOf(768))).rejects.toThrow(/768 numbers where 384 belong/);
  });

  it('is refused when it gives no numbers', async () => {
    await expect(tryModel(runtimeOf(EMBEDDING_DIMENSION, Number.NaN))).rejects.toThrow(/no numbers/);
  });
});
