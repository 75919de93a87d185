import { describe, expect, it } from 'vitest';
import { createVectorCache } from '@/lib/engine/vector-cache';

const vector = (value: number) => Float32Array.of(value);

describe('the cache of vectors', () => {
  it('drops what was not asked for longest', () => {
    const cache = createVectorCache(2);
    cache.set('one', 'query', vector(1));
    cache.set('two', 'query', vector(2));
    cache.get('one', 'query');
    cache.set('three', 'query', vector(3));
    expect(['one', 'two', 'three'].map((text) => cache.get(text, 'query'))).toEqual([
      vector(1),
      undefined,
      vector(3),
    ]);
  });

  it('keeps the roles of a text apart', () => {
    const cache = createVectorCache();
    cache.set('same', 'query', vector(1));
    expect(cache.get('same', 'passage')).toBeUndefined();
    cache.set('same', 'passage', vector(2));
    expect(cache.get('same', 'query')).toEqual(vector(1));
  });
});
