import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeInt8, encodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { mean, normalise } from '@/lib/domain/embedding/vector';
import { createSeededRandom } from '@/lib/domain/shared/random';
import type { TextLanguage } from '@/lib/domain/text/language';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createStudyDb } from '@/lib/storage/study-db';
import { randomDigest, randomVector } from '../support/seed-vectors';
import { buildOccurrence, buildPage, buildPassage, NOON } from '../support/study-rows';

interface Known {
  readonly pageId: string;
  readonly lang: TextLanguage;
  readonly vector: Float32Array;
}

const PAGES = ['one', 'two', 'three'] as const;
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      pageId: fc.constantFrom(...PAGES),
      lang: fc.constantFrom<TextLanguage>('en', 'zh', 'other'),
      count: fc.integer({ min: 1, max: 20 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ forgetPage: fc.constantFrom(...PAGES) }) },
  { weight: 1, arbitrary: fc.record({ forgetPassage: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ storeAgain: fc.nat() }) },
);

/** Means are kept in single precision. */
const DIGITS = 5;

const asStored = (vector: Float32Array) => normalise(decodeInt8(encodeInt8(vector)));

it('keeps the running mean of each language what a mean of all its vectors is, whatever comes and goes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), fc.nat(), async (steps, seed) => {
      const db = createStudyDb(`means-${Math.random()}`);
      const random = createSeededRandom(seed);
      const store = createEmbeddingStore(db);
      const erasure = createErasure(db);
      const known = new Map<string, Known>();
      for (const next of steps) {
        const ids = [...known.keys()];
        if ('count' in next) {
          await db.pages.put(buildPage({ id: next.pageId }));
          const added = Array.from({ length: next.count }, () => randomDigest(random));
          await db.passages.bulkAdd(added.map((id) => buildPassage({ id, lang: next.lang })));
          await db.occurrences.bulkAdd(
            added.map((passageId) => buildOccurrence({ pageId: next.pageId, passageId })),
          );
          const vectors = new Map(added.map((id) => [id, randomVector(random)]));
          await store.complete([], vectors, NOON);
          for (const [id, vector] of vectors)
            known.set(id, { pageId: next.pageId, lang: next.lang, vector: asStored(vector) });
        } else if ('forgetPage' in next) {
          await erasure.forget({ kind: 'page', pageId: next.forgetPage }, NOON);
          for (const [id, { pageId }] of [...known]) if (pageId === next.forgetPage) known.delete(id);
        } else if ('forgetPassage' in next) {
          const passageId = ids[next.forgetPassage % Math.max(1, ids.length)] ?? 'none';
          await erasure.forget({ kind: 'passage', passageId }, NOON);
          known.delete(passageId);
        } else {
          const id = ids[next.storeAgain % Math.max(1, ids.length)] ?? 'none';
          await store.complete([], new Map([[id, randomVector(random)]]), NOON);
        }
        const means = await store.languageMeans();
        for (const lang of ['en', 'zh'] as const) {
          const own = [...known.values()].filter((row) => row.lang === lang).map(({ vector }) => vector);
          expect(means[lang]?.count ?? 0).toBe(own.length);
          if (own.length === 0) continue;
          const expected = mean(own);
          for (const [i, value] of (means[lang]?.mean ?? []).entries())
            expect(Math.abs(value - (expected[i] ?? 0))).toBeLessThan(10 ** -DIGITS);
        }
      }
      await db.delete();
    }),
    { numRuns: 8 },
  );
});
