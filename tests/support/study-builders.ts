import type { Exercise, ExerciseKind } from '@/lib/domain/exercises/model';
import { newMemory } from '@/lib/domain/scheduling/scheduler';
import type { Language } from '@/lib/domain/text/language';
import type { StudyDb } from '@/lib/storage/study-db';

export const DAY = 86_400_000;
/** A Tuesday at noon, UTC. */
export const NOON = Date.UTC(2026, 10, 24, 12);

export interface ReadingSketch {
  readonly id: string;
  readonly lang: Language;
  readonly title: string;
  readonly text: string;
  readonly interest?: string;
  readonly readAt?: number;
}

export interface ExerciseSketch {
  readonly id: string;
  readonly kind: ExerciseKind;
  readonly reading: ReadingSketch;
  readonly sentence: string;
  readonly key: string;
  readonly accepted?: readonly string[];
  readonly distractors?: readonly string[];
  /** Days since the last answer and until due; new when absent. */
  readonly memory?: Partial<Exercise['memory']>;
  readonly createdAt?: number;
}

/** An exercise whose parts agree with each other and with the text it comes from. */
export function buildExercise(sketch: ExerciseSketch): Exercise {
  const { reading, sentence, key } = sketch;
  const start = reading.text.indexOf(sentence);
  const gap = sentence.indexOf(key);
  if (start < 0 || gap < 0) throw new Error(`${sketch.id}: no such sentence or key`);
  const createdAt = sketch.createdAt ?? NOON - DAY;
  return {
    id: sketch.id,
    kind: sketch.kind,
    lang: reading.lang,
    passageId: `passage-${reading.id}`,
    stem: { before: sentence.slice(0, gap), after: sentence.slice(gap + key.length) },
    key,
    accepted: sketch.accepted ?? [],
    distractors: sketch.distractors ?? [],
    source: { sentence, start, end: start + sentence.length },
    quality: {},
    status: 'active',
    createdAt,
    memory: { ...newMemory(createdAt), ...sketch.memory },
  };
}

/** Stores a reading as one page with one passage. */
export async function storeReading(db: StudyDb, reading: ReadingSketch): Promise<void> {
  const { id, lang, title, text } = reading;
  const at = reading.readAt ?? NOON - 12 * DAY;
  const origin = 'https://course.example';
  await db.transaction('rw', db.pages, db.passages, db.occurrences, db.interests, async () => {
    await db.pages.put({
      id: `page-${id}`,
      url: `${origin}/${id}`,
      origin,
      title,
      lang,
      firstSeenAt: at,
      lastSeenAt: at,
      activeMs: 60_000,
      scrollShare: 1,
    });
    await db.passages.put({
      id: `passage-${id}`,
      text,
      kind: 'prose',
      lang,
      origin,
      createdAt: at,
      ...(reading.interest === undefined ? {} : { interestId: `interest-${id}` }),
    });
    await db.occurrences.put({
      id: `page-${id}:passage-${id}`,
      pageId: `page-${id}`,
      passageId: `passage-${id}`,
      order: 0,
      headingPath: [title],
      anchor: { prefix: '', exact: text.slice(0, 100), suffix: '' },
      dwellMs: 20_000,
      readCount: 1,
      lastVisitId: `visit-${id}`,
      lastReadAt: at,
      means: 'read',
      requiredMs: 1_500,
      expectedMs: 2_000,
      rereads: 0,
    });
    if (reading.interest === undefined) return;
    await db.interests.put({
      id: `interest-${id}`,
      modelId: 'test',
      centroid: new Float32Array(0),
      labels: { [lang]: reading.interest },
      passageCount: 1,
      parentIds: [],
      createdAt: at,
      updatedAt: at,
    });
  });
}

/** Stores readings with their exercises. */
export async function storeExercises(db: StudyDb, sketches: readonly ExerciseSketch[]): Promise<Exercise[]> {
  for (const reading of new Set(sketches.map((sketch) => sketch.reading))) await storeReading(db, reading);
  const exercises = sketches.map(buildExercise);
  await db.exercises.bulkPut(exercises);
  return exercises;
}
