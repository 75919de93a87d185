import { describe, expect, it } from 'vitest';
import { dot } from '@/lib/domain/embedding/vector';
import { fitInterests, type ReadingToFit } from '@/lib/domain/interests/fit-interests';
import { buildPassage, NOON } from '@/tests/support/study-rows';
import { makeReading, type PageSketch } from '@/tests/support/synthetic-reading';

const DAY = 86_400_000;

const COURSE: readonly PageSketch[] = [
  { page: 'leaf', lang: 'en', subject: 'photosynthesis', passages: 12 },
  { page: 'yezi', lang: 'zh', subject: 'photosynthesis', passages: 14 },
  { page: 'plates', lang: 'en', subject: 'tectonics', passages: 16 },
  { page: 'bankuai', lang: 'zh', subject: 'tectonics', passages: 11 },
  { page: 'hash', lang: 'en', subject: 'tables', passages: 13 },
  { page: 'haxi', lang: 'zh', subject: 'tables', passages: 15 },
];

const circumstances = (now = NOON) => {
  let count = 0;
  return { newId: () => `interest-${now}-${++count}`, now };
};

/** The interests of an earlier fit and the assignments that it wrote into the passages. */
async function fitAgain(reading: ReadingToFit, later: ReadingToFit, now = NOON + DAY) {
  const { interests, assignments, centres } = await fitInterests(reading, circumstances());
  const lastFit = { passageCount: reading.vectors.size, k: interests.length, centres, at: NOON };
  const passages = later.passages.map((passage) => {
    const interestId = assignments.get(passage.id);
    return interestId === undefined ? passage : { ...passage, interestId };
  });
  const second = await fitInterests({ ...later, passages, interests, lastFit }, circumstances(now));
  return { first: { interests, assignments }, second };
}

const pageOf = (passageId: string) => passageId.split('#')[0];

function pagesByInterest(assignments: ReadonlyMap<string, string>): Map<string, Set<string | undefined>> {
  const pages = new Map<string, Set<string | undefined>>();
  for (const [passageId, interestId] of assignments)
    pages.set(interestId, (pages.get(interestId) ?? new Set()).add(pageOf(passageId)));
  return pages;
}

describe('fitInterests', () => {
  it('puts the English and the Chinese page of a subject into one interest', async () => {
    const { interests, assignments } = await fitInterests(makeReading(COURSE), circumstances());
    expect(interests).toHaveLength(3);
    expect(new Set(pagesByInterest(assignments).values())).toEqual(
      new Set([new Set(['leaf', 'yezi']), new Set(['plates', 'bankuai']), new Set(['hash', 'haxi'])]),
    );
  });

  it('does not name an interest in a language of which it holds only scraps', async () => {
    const reading = makeReading([
      { page: 'yezi', lang: 'zh', subject: 'photosynthesis', passages: 30 },
      { page: 'leaf', lang: 'en', subject: 'photosynthesis', passages: 2 },
    ]);
    const { interests } = await fitInterests(reading, circumstances());
    expect(interests.map(({ labels }) => Object.keys(labels))).toEqual([['zh']]);
  });

  it('names an interest in both languages and quotes a passage of it', async () => {
    const { interests, assignments } = await fitInterests(makeReading(COURSE), circumstances());
    expect(interests.map(({ labels }) => labels.en).sort()).toEqual([
      'photosynthesis',
      'tables',
      'tectonics',
    ]);
    for (const { id, labels, medoid } of interests) {
      expect(labels.zh).toBe(labels.en);
      expect(medoid?.sentence).toContain(labels.en);
      expect(assignments.get(medoid?.passageId ?? '')).toBe(id);
    }
  });

  it('gives unit centroids, sizes, and the time', async () => {
    const { interests } = await fitInterests(makeReading(COURSE), circumstances());
    expect(interests.map(({ passageCount }) => passageCount).sort()).toEqual([26, 27, 28]);
    for (const { centroid, createdAt, updatedAt, parentIds } of interests) {
      expect(dot(centroid, centroid)).toBeCloseTo(1, 5);
      expect({ createdAt, updatedAt, parentIds }).toEqual({
        createdAt: NOON,
        updatedAt: NOON,
        parentIds: [],
      });
    }
  });

  it('keeps identities when the reading grows by a fifth', async () => {
    const more = COURSE.map((sketch, i) => (i < 4 ? sketch : { ...sketch, passages: sketch.passages + 8 }));
    const { first, second } = await fitAgain(makeReading(COURSE), makeReading(more));
    expect(second.interests.map(({ id }) => id).sort()).toEqual(first.interests.map(({ id }) => id).sort());
    for (const { id, createdAt, updatedAt } of second.interests) {
      expect({ createdAt, updatedAt }).toEqual({ createdAt: NOON, updatedAt: NOON + DAY });
      const before = pagesByInterest(first.assignments).get(id);
      expect(pagesByInterest(second.assignments).get(id)).toEqual(before);
    }
  });

  it('adds an interest for a new subject and keeps the others', async () => {
    const more = [...COURSE, { page: 'type', lang: 'en', subject: 'printing', passages: 17 } as const];
    const { first, second } = await fitAgain(makeReading(COURSE), makeReading(more));
    const known = new Set(first.interests.map(({ id }) => id));
    const added = second.interests.filter(({ id }) => !known.has(id));
    expect(second.interests).toHaveLength(4);
    expect(added).toMatchObject([{ labels: { en: 'printing' }, createdAt: NOON + DAY, parentIds: [] }]);
  });

  it('forgets interests of another model', async () => {
    const reading = makeReading(COURSE);
    const { interests } = await fitInterests(reading, circumstances());
    const foreign = interests.map((interest) => ({ ...interest, modelId: 'another' }));
    const again = await fitInterests({ ...reading, interests: foreign }, circumstances(NOON + DAY));
    const known = new Set(interests.map(({ id }) => id));
    expect(again.interests.some(({ id }) => known.has(id))).toBe(false);
  });

  it('makes one interest of one article', async () => {
    const { interests, assignments } = await fitInterests(makeReading(COURSE.slice(2, 3)), circumstances());
    expect(interests).toHaveLength(1);
    expect(assignments.size).toBe(16);
  });

  it('takes code and fragments along with their page', async () => {
    const reading = makeReading(COURSE);
    const code = buildPassage({ id: 'hash#code', kind: 'code', text: 'table.get(key)' });
    const { assignments } = await fitInterests(
      {
        ...reading,
        passages: [...reading.passages, code],
        places: [...reading.places, { passageId: code.id, pageId: 'hash', pageTitle: 'tables', order: 99 }],
      },
      circumstances(),
    );
    expect(assignments.get('hash#code')).toBe(assignments.get('hash#0'));
  });

  it('finds no interests in too little reading', async () => {
    const few = makeReading([{ page: 'leaf', lang: 'en', subject: 'photosynthesis', passages: 5 }]);
    for (const reading of [few, makeReading([])]) {
      const { interests, assignments } = await fitInterests(reading, circumstances());
      expect(interests).toEqual([]);
      expect(assignments.size).toBe(0);
    }
  });

  it('leaves passages without a vector to their page', async () => {
    const reading = makeReading(COURSE);
    const vectors = new Map(reading.vectors);
    vectors.delete('leaf#3');
    const { assignments } = await fitInterests({ ...reading, vectors }, circumstances());
    expect(assignments.get('leaf#3')).toBe(assignments.get('leaf#2'));
  });

  it('lets itself be interrupted between two steps', async () => {
    const controller = new AbortController();
    const pause = async () => controller.abort(new Error('the worker is needed'));
    const fit = fitInterests(makeReading(COURSE), { ...circumstances(), signal: controller.signal, pause });
    await expect(fit).rejects.toThrow('the worker is needed');
  });
});
