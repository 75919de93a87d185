import { describe, expect, it } from 'vitest';
import type { QuestionCard, StudyProgress } from '@/lib/app/ports/snapshot';
import { blankDraft, startSession } from '@/lib/app/study-session';
import { excerptAround } from '@/lib/domain/reading/source-excerpt';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createMemoryStorage } from '../support/memory-storage';
import { BORROW_CHOICE, ENTROPY_CLOZE } from '../support/readings';
import { buildExercise, type ExerciseSketch, NOON } from '../support/study-builders';

function cardOf(sketch: ExerciseSketch, id = sketch.id): QuestionCard {
  const exercise = { ...buildExercise(sketch), id };
  const { stem, key, source, lang } = exercise;
  return {
    exercise,
    excerpt: excerptAround({ passage: sketch.reading.text, sentence: source, stem, key, lang }),
    page: { url: 'https://course.example/a', title: sketch.reading.title },
    lastReadAt: NOON,
    interestLabels: { en: 'Heat' },
    recall: 0.85,
  };
}

const PROGRESS: StudyProgress = {
  session: {
    ...startSession(['entropy', 'borrow', 'third'], '2026-11-24', NOON),
    position: 2,
    steps: [
      {
        kind: 'graded',
        exerciseId: 'entropy',
        rating: 'good',
        correct: true,
        answer: '熵',
        key: 'entropy',
        lang: 'en',
      },
      { kind: 'skipped', exerciseId: 'borrow' },
    ],
  },
  draft: { ...blankDraft('third'), answer: 'half an ans', spentMs: 1200 },
  unsaved: [
    {
      exercise: buildExercise(ENTROPY_CLOZE),
      answer: 'entropy',
      rating: 'good',
      latencyMs: 900,
      now: NOON,
      utcOffsetMinutes: 480,
    },
  ],
};

describe('the snapshot', () => {
  it('gives back what was written, to another page of the extension as well', () => {
    const storage = createMemoryStorage();
    const cards = [cardOf(ENTROPY_CLOZE), cardOf(BORROW_CHOICE)];
    createSnapshotStore(storage).writeProgress(PROGRESS);
    createSnapshotStore(storage).writeCards(cards);
    expect(createSnapshotStore(storage).readProgress()).toEqual(PROGRESS);
    expect(createSnapshotStore(storage).readCards()).toEqual(cards);
  });

  it('keeps at most five cards', () => {
    const store = createSnapshotStore(createMemoryStorage());
    store.writeCards(Array.from({ length: 8 }, (_, index) => cardOf(ENTROPY_CLOZE, `card ${index}`)));
    expect(store.readCards().map(({ exercise }) => exercise.id)).toEqual([
      'card 0',
      'card 1',
      'card 2',
      'card 3',
      'card 4',
    ]);
  });

  it('leaves nothing behind when it is cleared', () => {
    const storage = createMemoryStorage();
    const store = createSnapshotStore(storage);
    store.writeProgress(PROGRESS);
    store.writeCards([cardOf(ENTROPY_CLOZE)]);
    store.clear();
    expect(storage.length).toBe(0);
    expect([store.readProgress(), store.readCards()]).toEqual([{ unsaved: [] }, []]);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{"version":1,'],
    ['another type', '"text"'],
    ['another version', JSON.stringify({ version: 0, value: PROGRESS })],
    ['a missing part', JSON.stringify({ version: 1, value: { draft: PROGRESS.draft } })],
    ['a wrong type inside', JSON.stringify({ version: 1, value: { unsaved: [{ exercise: 7 }] } })],
    ['an infinite number', '{"version":1,"value":{"unsaved":[],"draft":{"spentMs":1e999}}}'],
  ])('reads %s as empty', (_, stored) => {
    const storage = createMemoryStorage();
    if (stored !== undefined) {
      storage.setItem('gleaner.progress', stored);
      storage.setItem('gleaner.cards', stored);
    }
    const store = createSnapshotStore(storage);
    expect([store.readProgress(), store.readCards()]).toEqual([{ unsaved: [] }, []]);
  });

  it('does without when the browser has no room', () => {
    const store = createSnapshotStore(createMemoryStorage({ isFull: true }));
    expect(() => store.writeProgress(PROGRESS)).not.toThrow();
    expect(store.readProgress()).toEqual({ unsaved: [] });
  });
});
