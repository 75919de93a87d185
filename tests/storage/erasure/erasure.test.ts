import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMBEDDING_DIMENSION } from '@/lib/domain/embedding/model';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { appendVectors } from '@/lib/storage/vector-chunks';
import { createVectorMemory } from '@/lib/storage/vector-memory';
import {
  buildExercise,
  buildInterest,
  buildOccurrence,
  buildPage,
  buildPassage,
  buildReview,
  NOON,
} from '../../support/study-rows';

let db: StudyDb;

const unit = (axis: number) => {
  const vector = new Float32Array(EMBEDDING_DIMENSION);
  vector[axis] = 1;
  return vector;
};

/** Two pages of one site: both hold `shared`, each has a passage of its own; a third page is on another site. */
beforeEach(async () => {
  db = createStudyDb(`erasure-${Math.random()}`);
  await db.pages.bulkAdd([
    buildPage({ id: 'one' }),
    buildPage({ id: 'two', url: 'http://course.test/2' }),
    buildPage({ id: 'other', origin: 'http://other.test' }),
  ]);
  await db.passages.bulkAdd([
    buildPassage({ id: 'own-1', interestId: 'heat' }),
    buildPassage({ id: 'own-2', interestId: 'heat' }),
    buildPassage({ id: 'shared' }),
    buildPassage({ id: 'far', origin: 'http://other.test', interestId: 'heat' }),
  ]);
  await db.occurrences.bulkAdd([
    buildOccurrence({ pageId: 'one', passageId: 'own-1' }),
    buildOccurrence({ pageId: 'one', passageId: 'shared' }),
    buildOccurrence({ pageId: 'two', passageId: 'own-2' }),
    buildOccurrence({ pageId: 'two', passageId: 'shared' }),
    buildOccurrence({ pageId: 'other', passageId: 'far' }),
  ]);
  await db.exercises.bulkAdd([
    buildExercise({ id: 'e-1', passageId: 'own-1' }),
    buildExercise({ id: 'e-2', passageId: 'shared' }),
  ]);
  await db.reviews.add(buildReview({ exerciseId: 'e-1' }));
  await db.mentions.bulkAdd([
    { id: 'm-1', conceptId: 'en:celsius', passageId: 'own-1', start: 0, end: 7 },
    { id: 'm-2', conceptId: 'en:celsius', passageId: 'far', start: 0, end: 7 },
    { id: 'm-3', conceptId: 'en:kettle', passageId: 'own-1', start: 8, end: 14 },
  ]);
  const concept = { lang: 'en', label: 'x', forms: ['x'], headTag: 'NOUN', documentFrequency: 2 } as const;
  await db.concepts.bulkAdd([
    { ...concept, id: 'en:celsius', key: 'celsius' },
    { ...concept, id: 'en:kettle', key: 'kettle' },
  ]);
  const medoid = { passageId: 'own-1', sentence: 'Water boils.', lang: 'en' } as const;
  await db.interests.add(buildInterest({ id: 'heat', passageCount: 3, medoid }));
  await appendVectors(db, new Map(['own-1', 'own-2', 'shared', 'far'].map((id, i) => [id, unit(i)])));
});

afterEach(() => db.delete());

describe('forgetting a page', () => {
  it('takes what stands on no other page, and all that came of it', async () => {
    const receipt = await createErasure(db).forget({ kind: 'page', pageId: 'one' }, NOON);

    expect(receipt).toMatchObject({ pages: 1, passages: 1, exercises: 1, reviews: 1 });
    expect(await db.passages.toCollection().primaryKeys()).toEqual(['far', 'own-2', 'shared']);
    expect([...(await createVectorMemory(db).load()).keys()]).toEqual(['own-2', 'shared', 'far']);
    expect(await db.exercises.toCollection().primaryKeys()).toEqual(['e-2']);
    expect(await db.reviews.count()).toBe(0);
  });

  it('keeps the vectors of the others unchanged', async () => {
    await createErasure(db).forget({ kind: 'page', pageId: 'one' }, NOON);
    const vectors = await createVectorMemory(db).load();
    expect(vectors.get('far')?.[3]).toBeCloseTo(1);
    expect(vectors.get('shared')?.[2]).toBeCloseTo(1);
  });

  it('drops concepts without a mention and counts the others anew', async () => {
    await createErasure(db).forget({ kind: 'page', pageId: 'one' }, NOON);
    expect(await db.concepts.toArray()).toMatchObject([{ id: 'en:celsius', documentFrequency: 1 }]);
  });

  it('counts concepts on the pages that are left, also those of passages that stay', async () => {
    const shared = { passageId: 'shared', start: 0, end: 5 } as const;
    await db.mentions.bulkAdd([
      { id: 'm-4', conceptId: 'en:celsius', ...shared },
      { id: 'm-5', conceptId: 'en:water', ...shared },
    ]);
    const water = { lang: 'en', key: 'water', label: 'water', forms: ['Water'], headTag: 'NOUN' } as const;
    await db.concepts.add({ id: 'en:water', ...water, documentFrequency: 2 });
    await createErasure(db).forget({ kind: 'page', pageId: 'one' }, NOON);
    expect(await db.concepts.toArray()).toMatchObject([
      { id: 'en:celsius', documentFrequency: 2 },
      { id: 'en:water', documentFrequency: 1 },
    ]);
  });

  it('shrinks the interest, drops its example', async () => {
    await createErasure(db).forget({ kind: 'page', pageId: 'one' }, NOON);
    const interest = await db.interests.get('heat');
    expect(interest?.passageCount).toBe(2);
    expect(interest?.medoid).toBeUndefined();
  });
});

describe('forgetting a passage', () => {
  it('takes it from every page', async () => {
    await createErasure(db).forget({ kind: 'passage', passageId: 'shared' }, NOON);
    expect(await db.occurrences.where('passageId').equals('shared').count()).toBe(0);
    expect(await db.exercises.get('e-2')).toBeUndefined();
    expect(await db.pages.count()).toBe(3);
  });
});

describe('forgetting a site', () => {
  it('leaves the other sites alone', async () => {
    await createErasure(db).forget({ kind: 'site', site: 'http://course.test' }, NOON);
    expect(await db.pages.toCollection().primaryKeys()).toEqual(['other']);
    expect(await db.passages.toCollection().primaryKeys()).toEqual(['far']);
  });
});

describe('erasing everything', () => {
  it('empties every table there is and counts what went', async () => {
    const receipt = await createErasure(db).forgetEverything();
    const left = await Promise.all(db.tables.map((table) => table.count()));
    expect(left.every((count) => count === 0)).toBe(true);
    const counted = db.tables.map((table) => table.name).filter((name) => name !== 'vectorDirectory');
    expect(Object.keys(receipt).sort()).toEqual(counted.sort());
    expect(receipt.passages).toBe(4);
  });
});
