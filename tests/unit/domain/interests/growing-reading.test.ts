import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignToInterests } from '@/lib/domain/interests/assign';
import { chooseForFit } from '@/lib/domain/interests/choose-for-fit';
import { fitInterests, type ReadingToFit } from '@/lib/domain/interests/fit-interests';
import { NOON } from '@/tests/support/study-rows';
import { makeReading, type PageSketch } from '@/tests/support/synthetic-reading';

const SUBJECTS = ['photosynthesis', 'tectonics', 'tables', 'tides'];

/** Two pages of each subject, one in each language. */
function sketchPages(sizes: readonly number[]): PageSketch[] {
  return SUBJECTS.flatMap((subject, i) =>
    (['en', 'zh'] as const).map((lang) => ({
      page: `${subject} ${lang}`,
      lang,
      subject,
      passages: sizes[i] ?? 10,
    })),
  );
}

async function fitAt(reading: ReadingToFit, now = NOON) {
  let count = 0;
  return fitInterests(reading, { newId: () => `${now}-${++count}`, now });
}

const sizes = fc.array(fc.integer({ min: 10, max: 16 }), { minLength: 4, maxLength: 4 });

describe('interests of growing reading', () => {
  it('keep their identities wherever a fifth more is read', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 0, max: 3 }), async (before, grown) => {
        const reading = makeReading(sketchPages(before));
        const first = await fitAt(reading);
        const added = Math.round(0.2 * before.reduce((sum, size) => sum + size, 0));
        const after = before.map((size, i) => (i === grown ? size + added : size));
        const later = makeReading(sketchPages(after));
        const passages = later.passages.map((passage) => {
          const interestId = first.assignments.get(passage.id);
          return interestId === undefined ? passage : { ...passage, interestId };
        });
        const lastFit = { passageCount: reading.vectors.size, k: first.interests.length, at: NOON };
        const { interests } = await fitAt(
          { ...later, passages, interests: first.interests, lastFit },
          NOON + 1,
        );
        expect(interests.map(({ id }) => id).sort()).toEqual(first.interests.map(({ id }) => id).sort());
      }),
      { numRuns: 12 },
    );
  });

  it('take in new passages as the next fit would', async () => {
    const reading = makeReading(sketchPages([10, 12, 14, 16]));
    const { interests, assignments, centres } = await fitAt(reading);
    const { passages, vectors } = makeReading(
      SUBJECTS.map((subject) => ({ page: `more ${subject}`, lang: 'en', subject, passages: 9 })),
    );
    for (const subject of SUBJECTS) {
      const page = passages.filter(({ id }) => id.startsWith(`more ${subject}#`));
      const assigned = assignToInterests({ passages: page, vectors, centres, interests });
      expect(new Set(assigned.values())).toEqual(new Set([assignments.get(`${subject} en#0`)]));
    }
  });

  it('are the same when only a fair share of the reading is fitted, and the rest is assigned', async () => {
    const reading = makeReading(sketchPages([40, 40, 40, 40]));
    const whole = await fitAt(reading);
    const chosen = chooseForFit(reading.passages, reading.places, 90);
    const shared = await fitAt({ ...reading, chosen });
    expect(shared.assignments.size).toBe(reading.passages.length);
    const pairs = reading.passages.map(
      ({ id }) => `${whole.assignments.get(id)} ${shared.assignments.get(id)}`,
    );
    expect(new Set(pairs).size).toBe(whole.interests.length);
  });
});
