import type { Exercise } from '@/lib/domain/exercises/model';
import { newMemory } from '@/lib/domain/scheduling/scheduler';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { ENTROPY, ENTROPY_CLOZE, HEAT, HEAT_CLOZE } from '@/tests/support/readings';
import { buildExercise, DAY, storeReading } from '@/tests/support/study-builders';

const PER_PASSAGE = 4;
const PER_TRANSACTION = 500;
const PASSAGE_STEP = PER_TRANSACTION / PER_PASSAGE;

/** Fills the learner's database: half English, half Chinese, a third due, a third new, a third for later. */
export async function storeManyExercises(count: number): Promise<number> {
  const db = createStudyDb();
  for (let passage = 0; passage < count / PER_PASSAGE; passage += PASSAGE_STEP) {
    const last = Math.min(passage + PASSAGE_STEP, count / PER_PASSAGE);
    await storePassages(db, passage, last, Date.now());
  }
  const stored = await db.exercises.count();
  db.close();
  return stored;
}

/** Makes the next popup go through the database. */
export function forgetSnapshot(): void {
  createSnapshotStore(localStorage).clear();
}

function storePassages(db: StudyDb, from: number, to: number, now: number): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    for (let index = from; index < to; index += 1) {
      const sketch = index % 2 === 0 ? ENTROPY_CLOZE : HEAT_CLOZE;
      const reading = { ...(index % 2 === 0 ? ENTROPY : HEAT), id: `${index}` };
      await storeReading(db, { ...reading, readAt: now - DAY });
      const exercises = Array.from({ length: PER_PASSAGE }, (_, place) => {
        const id = index * PER_PASSAGE + place;
        return { ...buildExercise({ ...sketch, reading, id: `${id}` }), memory: memoryOf(id, now) };
      });
      await db.exercises.bulkAdd(exercises);
    }
  });
}

function memoryOf(id: number, now: number): Exercise['memory'] {
  if (id % 3 === 0) return newMemory(now - DAY);
  return {
    ...newMemory(now),
    phase: 'review',
    stability: 1 + (id % 50),
    difficulty: 5,
    reps: 3,
    lastReviewAt: now - (1 + (id % 40)) * DAY,
    dueAt: id % 3 === 1 ? now - (id % 97) * 3_600_000 : now + (1 + (id % 30)) * DAY,
  };
}
