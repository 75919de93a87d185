import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SESSION_SIZE } from '@/lib/app/study-session';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import type { PopupModel } from '@/lib/ui/popup/popup-model';
import { createMemorySettings } from '../support/memory-ports';
import { createMemoryStorage } from '../support/memory-storage';
import { createPopup, type PopupSetting } from '../support/popup-over-database';
import {
  BORROW_CHOICE,
  ENTROPY,
  ENTROPY_CLOZE,
  HEAT_CLOZE,
  PHOTOSYNTHESIS_CHOICE,
} from '../support/readings';
import { DAY, NOON, storeExercises } from '../support/study-builders';

let db: StudyDb;
let storage: Storage;
let now: number;
const clock = () => now;

beforeEach(() => {
  db = createStudyDb(`popup-${Math.random()}`);
  storage = createMemoryStorage();
  now = NOON;
});

afterEach(() => db.delete());

/** Opens the popup; a popup opened before is as good as dead. */
function open(setting: Partial<PopupSetting> = {}): PopupModel {
  const model = createPopup({ db, storage, clock, ...setting });
  model.connect();
  return model;
}

const never = () => new Promise<never>(() => {});
const idInView = (model: PopupModel) => model.review.question.value?.card.exercise.id;
const screenOf = (model: PopupModel) => model.screen.value.kind;

async function openAsking(setting: Partial<PopupSetting> = {}): Promise<PopupModel> {
  const model = open(setting);
  await vi.waitUntil(() => screenOf(model) === 'question');
  return model;
}

/** Answers the question in view after five seconds. */
function answer(model: PopupModel, text: string): void {
  now += 5_000;
  const question = model.review.question.value;
  if (question?.card.exercise.kind === 'choice') model.review.choose(text);
  else {
    model.review.type(text);
    model.review.check();
  }
}

describe('a round of questions', () => {
  it('asks what is most likely forgotten first, then what is new', async () => {
    await storeExercises(db, [BORROW_CHOICE, ENTROPY_CLOZE]);
    const model = await openAsking();
    expect(idInView(model)).toBe('entropy');
    model.review.skip();
    expect(idInView(model)).toBe('borrow');
  });

  it('stores an answer with its time and moves the memory, while the next question is there at once', async () => {
    await storeExercises(db, [ENTROPY_CLOZE, BORROW_CHOICE]);
    const onSaved = vi.fn();
    const model = await openAsking({ onSaved });
    answer(model, 'Entropy');
    expect(model.review.question.value?.grade).toMatchObject({ correct: true, suggested: 'good' });
    await vi.waitUntil(() => model.review.question.value?.intervals !== undefined);
    const { intervals } = model.review.question.value ?? {};
    model.review.rate('good');
    expect(idInView(model)).toBe('borrow');
    await vi.waitUntil(() => onSaved.mock.calls.length > 0);
    expect(await db.reviews.toArray()).toMatchObject([
      { exerciseId: 'entropy', answer: 'Entropy', correct: true, rating: 'good', latencyMs: 5_000, at: now },
    ]);
    expect((await db.exercises.get('entropy'))?.memory.dueAt).toBe(now + (intervals?.good ?? 0));
    expect(createSnapshotStore(storage).readProgress().unsaved).toEqual([]);
  });

  it('lets a slip of spelling be mended once', async () => {
    await storeExercises(db, [ENTROPY_CLOZE]);
    const model = await openAsking();
    answer(model, 'entrophy');
    expect(model.review.question.value?.draft).toMatchObject({ phase: 'asking', secondTry: true });
    answer(model, 'entropi');
    expect(model.review.question.value?.grade).toMatchObject({ correct: false, match: 'near' });
  });

  it('counts a wrong choice as again, whatever is pressed', async () => {
    await storeExercises(db, [BORROW_CHOICE]);
    const model = await openAsking();
    answer(model, 'stack frame');
    model.review.rate('easy');
    await vi.waitUntil(async () => (await db.reviews.count()) === 1);
    expect(await db.reviews.toArray()).toMatchObject([{ rating: 'again', correct: false }]);
  });

  it('does not take a key pressed for the card before as giving up', async () => {
    await storeExercises(db, [ENTROPY_CLOZE]);
    const model = await openAsking();
    now += 100;
    model.review.check();
    expect(model.review.question.value?.draft.phase).toBe('asking');
    now += 1_000;
    model.review.check();
    expect(model.review.question.value).toMatchObject({
      draft: { phase: 'answered' },
      grade: { suggested: 'again' },
    });
  });

  it('ends with a summary, and asks more when there is more', async () => {
    await storeExercises(
      db,
      Array.from({ length: SESSION_SIZE + 2 }, (_, index) => ({ ...ENTROPY_CLOZE, id: `exercise ${index}` })),
    );
    const model = await openAsking();
    for (let index = 0; index < SESSION_SIZE; index += 1) {
      answer(model, index === 0 ? 'heat' : 'entropy');
      model.review.rate(index === 0 ? 'again' : 'good');
    }
    await vi.waitUntil(() => {
      const screen = model.screen.value;
      return screen.kind === 'end' && screen.more === 2;
    });
    expect(model.screen.value).toMatchObject({
      summary: { answered: 8, right: 7, missed: [{ key: 'entropy' }] },
    });
    await model.review.startRound();
    expect(model.screen.value).toMatchObject({ kind: 'question', position: 1, total: 2 });
  });
});

describe('a popup that dies', () => {
  it('shows the same card with the same text, before the database is opened', async () => {
    await storeExercises(db, [ENTROPY_CLOZE, HEAT_CLOZE]);
    const first = await openAsking();
    first.review.type('ent');
    const second = createPopup({ db, storage, clock, study: never });
    expect(second.review.question.value).toMatchObject({
      card: { exercise: { id: idInView(first) } },
      draft: { answer: 'ent', phase: 'asking' },
    });
  });

  it('shows an answered card as answered', async () => {
    await storeExercises(db, [PHOTOSYNTHESIS_CHOICE]);
    answer(await openAsking(), '细胞核');
    const second = createPopup({ db, storage, clock, study: never });
    expect(second.review.question.value?.grade).toMatchObject({ correct: false });
  });

  it('stores a rating that its predecessor could not, once', async () => {
    await storeExercises(db, [ENTROPY_CLOZE, HEAT_CLOZE]);
    (await openAsking()).review.skip();
    const cutOff = createPopup({ db, storage, clock, study: never });
    answer(cutOff, cutOff.review.question.value?.card.exercise.key ?? '');
    cutOff.review.rate('good');
    const rated = now;
    now += 60_000;
    const [second, third] = [open(), open()];
    await vi.waitUntil(() => screenOf(second) !== 'opening' && screenOf(third) !== 'opening');
    await vi.waitUntil(() => createSnapshotStore(storage).readProgress().unsaved.length === 0);
    expect(await db.reviews.toArray()).toMatchObject([{ rating: 'good', at: rated }]);
  });

  it('goes on in the middle of its round', async () => {
    await storeExercises(db, [ENTROPY_CLOZE, HEAT_CLOZE, BORROW_CHOICE]);
    const first = await openAsking();
    first.review.skip();
    const second = await openAsking();
    expect(idInView(second)).toBe(idInView(first));
    expect(second.screen.value).toMatchObject({ position: 2, total: 3 });
  });
});

describe('a round that comes from the snapshot', () => {
  it('keeps the card in view on the next day, and plans the rest anew', async () => {
    await storeExercises(db, [ENTROPY_CLOZE]);
    (await openAsking()).review.type('en');
    now += DAY;
    await storeExercises(db, [
      { ...HEAT_CLOZE, memory: { ...HEAT_CLOZE.memory, lastReviewAt: NOON - 90 * DAY } },
    ]);
    const model = open();
    await vi.waitUntil(() => model.review.session.value?.studyDay === '2026-11-25');
    expect(model.review.session.value?.exerciseIds).toEqual(['entropy', 'shang']);
    expect(model.review.question.value?.draft.answer).toBe('en');
  });

  it('replaces a card only when it is gone, and says so', async () => {
    await storeExercises(db, [ENTROPY_CLOZE, HEAT_CLOZE]);
    const gone = idInView(await openAsking()) ?? '';
    await db.exercises.update(gone, { status: 'suspended' });
    const model = open();
    await vi.waitUntil(() => idInView(model) !== gone);
    expect(model.review.lastEvent.value).toEqual({ kind: 'gone' });
    expect(screenOf(model)).toBe('question');
  });

  it('starts by itself when the first exercises come while the popup is open', async () => {
    const model = open();
    await vi.waitUntil(() => screenOf(model) === 'nothing-read');
    await storeExercises(db, [ENTROPY_CLOZE]);
    await vi.waitUntil(() => screenOf(model) === 'question');
  });
});

describe('undo', () => {
  it('takes back the rating and its memory, also when the round is over and in another popup', async () => {
    await storeExercises(db, [ENTROPY_CLOZE, HEAT_CLOZE]);
    const before = await db.exercises.toArray();
    const first = await openAsking();
    const order = [...(first.review.session.value?.exerciseIds ?? [])];
    for (const rating of ['good', 'easy'] as const) {
      answer(first, first.review.question.value?.card.exercise.key ?? '');
      first.review.rate(rating);
    }
    expect(first.review.question.value).toBeUndefined();
    await first.review.undo();
    expect(first.review.question.value).toMatchObject({
      card: { exercise: { id: order[1] } },
      grade: { correct: true },
    });

    const second = await openAsking();
    await second.review.undo();
    expect(idInView(second)).toBe(order[0]);
    expect(await db.exercises.toArray()).toEqual(before);
    expect((await db.reviews.toArray()).map(({ undoneAt }) => undoneAt)).toEqual([now, now]);
    second.review.rate('hard');
    await vi.waitUntil(async () => (await db.reviews.count()) === 3);
  });

  it('goes back over a skipped question without touching what was stored before', async () => {
    await storeExercises(db, [ENTROPY_CLOZE, HEAT_CLOZE, BORROW_CHOICE]);
    const model = await openAsking();
    answer(model, model.review.question.value?.card.exercise.key ?? '');
    model.review.rate('good');
    const skipped = idInView(model);
    model.review.skip();
    await model.review.undo();
    expect(idInView(model)).toBe(skipped);
    await vi.waitUntil(async () => (await db.reviews.count()) === 1);
    expect(await db.reviews.toArray()).toMatchObject([{ exerciseId: 'entropy' }]);
    expect((await db.reviews.toArray())[0]?.undoneAt).toBeUndefined();
  });

  it('never takes back an answer that another window gave', async () => {
    await storeExercises(db, [ENTROPY_CLOZE]);
    const model = await openAsking();
    const other = createPopup({ db, storage: createMemoryStorage(), clock });
    other.connect();
    await vi.waitUntil(() => screenOf(other) === 'question');
    answer(other, 'entropy');
    other.review.rate('good');
    await vi.waitUntil(async () => (await db.reviews.count()) === 1);
    answer(model, 'heat');
    model.review.rate('again');
    await vi.waitUntil(() => model.review.lastEvent.value?.kind === 'refused');
    expect(model.review.canUndo.value).toBe(false);
    expect(await db.reviews.toArray()).toMatchObject([{ rating: 'good' }]);
  });
});

describe('what the popup says when there is nothing to ask', () => {
  it.each([
    ['nothing-read', async () => {}],
    [
      'no-exercise',
      async () => void (await storeExercises(db, [ENTROPY_CLOZE]).then(() => db.exercises.clear())),
    ],
    [
      'nothing-due',
      async () =>
        void (await storeExercises(db, [
          { ...ENTROPY_CLOZE, memory: { phase: 'review', dueAt: NOON + DAY } },
        ])),
    ],
  ])('is %s', async (kind, prepare) => {
    await prepare();
    const model = open();
    await vi.waitUntil(() => screenOf(model) !== 'opening');
    expect(model.screen.value).toMatchObject({ kind });
  });

  it('respects the daily allowance of new exercises', async () => {
    await storeExercises(db, [BORROW_CHOICE]);
    const model = open({ settings: createMemorySettings({ newPerDay: 0 }) });
    await vi.waitUntil(() => screenOf(model) === 'nothing-due');
  });

  it('is an error in words when the database does not open, with the card in view kept', async () => {
    const failing = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    const empty = open({ study: failing });
    await vi.waitUntil(() => screenOf(empty) === 'failed');
    expect(empty.screen.value).toMatchObject({ reason: 'QuotaExceededError' });

    await storeExercises(db, [ENTROPY_CLOZE]);
    await openAsking();
    const model = open({ study: failing });
    await vi.waitUntil(() => model.isCutOff.value);
    answer(model, 'entropy');
    model.review.rate('good');
    expect(createSnapshotStore(storage).readProgress().unsaved).toMatchObject([{ answer: 'entropy' }]);
  });
});

it('opens the source at its sentence, once the answer is given, also when it cannot be asked for', async () => {
  await storeExercises(db, [ENTROPY_CLOZE]);
  const openTab = vi.fn();
  const model = await openAsking({ openTab });
  await model.openSource();
  expect(openTab).not.toHaveBeenCalled();
  answer(model, 'entropy');
  await model.openSource();
  const [url] = openTab.mock.calls[0] ?? [];
  expect(url).toBe(
    `https://course.example/${ENTROPY.id}#:~:text=The%20total%20entropy%20of%20an,process%20in%20it%20is%20reversible`,
  );
});
