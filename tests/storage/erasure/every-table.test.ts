import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Forgetting, KEPT_KINDS } from '@/lib/app/ports/erasure';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { readMeta } from '@/lib/storage/meta';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { allRows, DAY_MS, PLANTERS, plant, planted, vectorOf } from '../../support/planted-study';
import { buildExercise, buildReview, NOON } from '../../support/study-rows';

const GONE = planted('chlorophyll', NOON);
const KEPT = planted('granite', NOON - 3 * DAY_MS);

const SCOPES: readonly Forgetting[] = [
  { kind: 'page', pageId: GONE.pageId },
  { kind: 'site', site: 'http://chlorophyll.test' },
  { kind: 'period', from: NOON - DAY_MS, to: NOON + 1 },
  { kind: 'interest', interestId: GONE.interestId },
];

let db: StudyDb;

beforeEach(async () => {
  db = createStudyDb(`every-table-${Math.random()}`);
  await plant(db, GONE);
  await plant(db, KEPT);
});

afterEach(() => db.delete());

describe('what forgetting has to cover', () => {
  it('is every table of the schema, in the plants of these tests and in the receipt', () => {
    const tables = db.tables.map(({ name }) => name);
    expect(Object.keys(PLANTERS).sort()).toEqual([...tables].sort());
    const counted = tables.filter((name) => name !== 'vectorDirectory');
    expect([...KEPT_KINDS].sort()).toEqual([...counted, 'cards', 'drafts'].sort());
  });

  it('stands in each of them before', async () => {
    for (const table of db.tables) expect(await table.count(), table.name).toBeGreaterThan(0);
    expect((await allRows(db)).split(GONE.word).length).toBeGreaterThan(30);
  });
});

describe.each(SCOPES)('forgetting a $kind', (scope) => {
  it('leaves no trace in any table, and takes nothing of another reading', async () => {
    const before = await db.table('passages').get(KEPT.passageId);
    await createErasure(db).forget(scope, NOON);
    const rows = await allRows(db);
    expect(rows).not.toContain(GONE.word);
    expect(await db.passages.toArray()).toEqual([before]);
    expect(await db.exercises.toCollection().primaryKeys()).toEqual([KEPT.exerciseId]);
    expect(await db.reviews.toArray()).toMatchObject([{ exerciseId: KEPT.exerciseId }]);
    expect(await db.interests.toArray()).toMatchObject([{ id: KEPT.interestId, labels: { en: 'granite' } }]);
    expect(await db.captureLog.count()).toBe(1);
    expect(await db.events.count()).toBe(1);
  });

  it('counts each kind that went', async () => {
    const receipt = await createErasure(db).forget(scope, NOON);
    expect(receipt).toEqual({
      pages: 1,
      visits: 1,
      passages: 1,
      occurrences: 1,
      vectorChunks: 1,
      words: 2,
      concepts: 1,
      mentions: 1,
      interests: 1,
      exercises: 1,
      reviews: 1,
      jobs: 2,
      events: 1,
      captureLog: 1,
      meta: 1,
    });
  });

  it('says beforehand what a learner would count, and changes nothing by it', async () => {
    const before = await allRows(db);
    expect(await createErasure(db).preview(scope)).toEqual({
      pages: 1,
      passages: 1,
      exercises: 1,
      reviews: 1,
    });
    expect(await allRows(db)).toBe(before);
  });

  it('finds nothing more the second time', async () => {
    const erasure = createErasure(db);
    await erasure.forget(scope, NOON);
    const before = await allRows(db);
    const receipt = await erasure.forget(scope, NOON + 1);
    expect(Object.values(receipt).every((count) => count === 0)).toBe(true);
    expect(await allRows(db)).toBe(before);
  });

  it('takes the vectors out of the means', async () => {
    await createErasure(db).forget(scope, NOON);
    const means = (await readMeta(db, 'languageMeans'))?.means.en;
    expect(means?.count).toBe(1);
    const expected = vectorOf(KEPT.word);
    for (const [i, value] of (means?.mean ?? []).entries()) expect(value).toBeCloseTo(expected[i] ?? 0, 5);
    expect(await readMeta(db, 'interestFit')).not.toHaveProperty('centres');
    expect(await db.jobs.get('refit:all')).toMatchObject({ state: 'pending' });
  });

  it('is all or nothing', async () => {
    const before = await allRows(db);
    db.captureLog.hook('deleting', () => {
      throw new Error('the disk is full');
    });
    await expect(createErasure(db).forget(scope, NOON)).rejects.toThrow();
    expect(await allRows(db)).toBe(before);
  });
});

describe('words of the forgotten in what stays', () => {
  const borrowing = buildExercise({
    id: 'borrowing',
    kind: 'choice',
    passageId: KEPT.passageId,
    key: KEPT.word,
    distractors: ['Chlorophylls', 'basalt', 'gneiss'],
  });

  it('leave the wrong options of other exercises, and answers that chose them', async () => {
    await db.exercises.add(borrowing);
    await db.reviews.add(buildReview({ exerciseId: 'borrowing', answer: 'Chlorophylls', correct: false }));
    await createErasure(db).forget({ kind: 'site', site: 'http://chlorophyll.test' }, NOON);
    expect(await db.exercises.get('borrowing')).toEqual({ ...borrowing, distractors: ['basalt', 'gneiss'] });
    expect((await db.reviews.where('exerciseId').equals('borrowing').first())?.answer).toBe('');
    expect((await allRows(db)).toLowerCase()).not.toContain(GONE.word);
  });

  it('make a choice with too few options a gap, with the memory it had', async () => {
    await db.exercises.add({ ...borrowing, distractors: ['Chlorophylls', 'basalt'] });
    await createErasure(db).forget({ kind: 'page', pageId: GONE.pageId }, NOON);
    expect(await db.exercises.get('borrowing')).toEqual({ ...borrowing, kind: 'cloze', distractors: [] });
  });

  it('leave terms that are also mentioned elsewhere, with the forms that stand there', async () => {
    const text = 'Old CHLOROPHYLL fades.';
    await db.passages.update(KEPT.passageId, { text });
    const mention = { id: 'm', conceptId: `en:${GONE.word}`, passageId: KEPT.passageId, start: 4, end: 15 };
    await db.mentions.add(mention);
    await createErasure(db).forget({ kind: 'page', pageId: GONE.pageId }, NOON);
    expect(await db.concepts.get(`en:${GONE.word}`)).toMatchObject({
      label: 'CHLOROPHYLL',
      forms: ['CHLOROPHYLL'],
      documentFrequency: 1,
    });
  });

  it('leave the name and the example of an interest that goes on without them', async () => {
    await db.passages.update(KEPT.passageId, { interestId: GONE.interestId });
    await db.interests.update(GONE.interestId, {
      passageCount: 2,
      labels: { en: 'chlorophyll, granite', zh: 'granite' },
    });
    await createErasure(db).forget({ kind: 'page', pageId: GONE.pageId }, NOON);
    const interest = await db.interests.get(GONE.interestId);
    expect(interest).toMatchObject({ passageCount: 1, labels: { zh: 'granite' } });
    expect(interest?.labels).not.toHaveProperty('en');
    expect(interest?.medoid).toBeUndefined();
  });
});
