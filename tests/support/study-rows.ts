import type { Exercise } from '@/lib/domain/exercises/model';
import type { Interest } from '@/lib/domain/interests/model';
import type { Occurrence, Page, Passage } from '@/lib/domain/reading/model';
import type { MemoryState, Review } from '@/lib/domain/scheduling/model';

/** Noon UTC on 2 March 2026; rows built here are of that moment unless they say otherwise. */
export const NOON = Date.UTC(2026, 2, 2, 12);

export function buildPage(change: Partial<Page> = {}): Page {
  const origin = change.origin ?? 'http://course.test';
  return {
    id: 'page-1',
    url: `${origin}/lesson`,
    origin,
    title: 'A lesson',
    lang: 'en',
    firstSeenAt: NOON,
    lastSeenAt: NOON,
    activeMs: 60_000,
    scrollShare: 1,
    ...change,
  };
}

export function buildPassage(change: Partial<Passage> = {}): Passage {
  return {
    id: 'passage-1',
    text: 'Water boils at 100 degrees Celsius at sea level.',
    kind: 'prose',
    lang: 'en',
    origin: 'http://course.test',
    createdAt: NOON,
    ...change,
  };
}

export function buildOccurrence(change: Partial<Occurrence> = {}): Occurrence {
  const pageId = change.pageId ?? 'page-1';
  const passageId = change.passageId ?? 'passage-1';
  return {
    id: `${pageId}:${passageId}`,
    pageId,
    passageId,
    order: 0,
    headingPath: ['Heat'],
    anchor: { prefix: '', exact: 'Water boils at', suffix: '' },
    dwellMs: 8_000,
    readCount: 1,
    lastVisitId: 'visit-1',
    lastReadAt: NOON,
    means: 'read',
    requiredMs: 1_500,
    expectedMs: 2_000,
    rereads: 0,
    ...change,
  };
}

export function buildMemory(change: Partial<MemoryState> = {}): MemoryState {
  return {
    phase: 'new',
    dueAt: NOON,
    stability: 0,
    difficulty: 0,
    scheduledDays: 0,
    learningStep: 0,
    reps: 0,
    lapses: 0,
    ...change,
  };
}

export function buildExercise(change: Partial<Exercise> = {}): Exercise {
  return {
    id: 'exercise-1',
    kind: 'cloze',
    lang: 'en',
    passageId: 'passage-1',
    stem: { before: 'Water boils at 100 degrees ', after: ' at sea level.' },
    key: 'Celsius',
    accepted: [],
    distractors: [],
    source: { sentence: 'Water boils at 100 degrees Celsius at sea level.', start: 0, end: 48 },
    quality: { sentence: 1 },
    status: 'active',
    createdAt: NOON,
    memory: buildMemory(),
    ...change,
  };
}

export function buildInterest(change: Partial<Interest> = {}): Interest {
  return {
    id: 'interest-1',
    modelId: 'multilingual-e5-small-en-zh',
    centroid: new Float32Array(384).fill(1 / Math.sqrt(384)),
    labels: { en: 'boiling water' },
    passageCount: 1,
    parentIds: [],
    createdAt: NOON,
    updatedAt: NOON,
    ...change,
  };
}

export function buildReview(change: Partial<Omit<Review, 'seq'>> = {}): Omit<Review, 'seq'> {
  return {
    exerciseId: 'exercise-1',
    at: NOON,
    studyDay: '2026-03-02',
    rating: 'good',
    format: 'cloze',
    answer: 'Celsius',
    correct: true,
    latencyMs: 4_000,
    before: buildMemory(),
    ...change,
  };
}
