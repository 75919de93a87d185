import type { Settings } from '@/lib/app/ports/settings';
import type { SiteState } from '@/lib/app/ports/site-access';
import { writeMeta } from '@/lib/storage/meta';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import type { PopupModel } from '@/lib/ui/popup/popup-model';
import { createMemorySettings, createMemorySites } from '../memory-ports';
import { createPopup } from '../popup-over-database';
import {
  BORROW_CHOICE,
  ENTROPY_CLOZE,
  HEAT_CLOZE,
  LONG_CHINESE,
  LONG_ENGLISH,
  PHOTOSYNTHESIS_CHOICE,
} from '../readings';
import { type ExerciseSketch, NOON, storeExercises, storeReading } from '../study-builders';

/** What has to be done to bring the popup into a state, after it is open. */
type Play = (model: PopupModel) => Promise<void> | void;

interface PopupState {
  readonly site?: SiteState;
  /** The page in the tab, where it is not one of a course. */
  readonly url?: string;
  readonly settings?: Partial<Settings>;
  readonly exercises?: (zh: boolean) => readonly ExerciseSketch[];
  readonly prepare?: (db: StudyDb) => Promise<void>;
  readonly isBroken?: boolean;
  readonly play?: Play;
}

const cloze = (zh: boolean) => [zh ? HEAT_CLOZE : ENTROPY_CLOZE, ...choice(zh)];
const choice = (zh: boolean) => [zh ? PHOTOSYNTHESIS_CHOICE : BORROW_CHOICE];
const long = (zh: boolean) => [zh ? LONG_CHINESE : LONG_ENGLISH];
const keyOf = (model: PopupModel) => model.review.question.peek()?.card.exercise.key ?? '';

const answer =
  (text: (model: PopupModel) => string): Play =>
  (model) => {
    model.review.type(text(model));
    model.review.check();
    model.review.check();
  };

const choose =
  (index: (options: readonly string[], key: string) => number): Play =>
  (model) => {
    const options = model.review.question.peek()?.options ?? [];
    model.review.choose(options[index(options, keyOf(model))] ?? '');
  };

const answerAll: Play = async (model) => {
  for (const text of [keyOf, () => '-']) {
    if (model.review.question.peek()?.options.length) await choose((_, __) => 0)(model);
    else await answer(text)(model);
    model.review.rate(text === keyOf ? 'good' : 'again');
  }
};

const LATER = {
  phase: 'review',
  dueAt: NOON + 3 * 3_600_000,
  reps: 1,
  stability: 4,
  lastReviewAt: NOON,
} as const;

const BANK = 'https://konto.sparbuch.bank/start';
const HOME = 'http://course.localhost:4173/zh/haxibiao.html';

const STATES = {
  cloze: { exercises: cloze },
  typing: { exercises: cloze, play: (model) => model.review.type(keyOf(model).slice(0, 3)) },
  near: {
    exercises: () => [ENTROPY_CLOZE],
    play: (model) => {
      model.review.type('entrophy');
      model.review.check();
    },
  },
  right: { exercises: cloze, play: answer(keyOf) },
  wrong: { exercises: cloze, play: answer((model) => (keyOf(model) === '熵' ? '焓' : 'enthalpy')) },
  choice: { exercises: choice, site: 'not-allowed' },
  'choice-right': { exercises: choice, play: choose((options, key) => options.indexOf(key)) },
  'choice-wrong': { exercises: choice, play: choose((options, key) => (options.indexOf(key) + 1) % 4) },
  long: { exercises: long },
  'long-answered': {
    exercises: long,
    site: 'not-allowed',
    play: answer(() => 'a rather long answer that has nothing to do with what was asked 又长又偏题的回答'),
  },
  'nothing-read': { site: 'not-allowed' },
  'nothing-read-reading': {},
  withheld: { exercises: cloze, url: BANK },
  'nothing-read-withheld': { url: HOME },
  'consent-asked': {
    site: 'not-allowed',
    settings: { hasConsented: false },
    play: (model) => model.page.allow(),
  },
  'bank-asked': { exercises: cloze, site: 'not-allowed', url: BANK, play: (model) => model.page.allow() },
  'home-asked-first': {
    site: 'not-allowed',
    url: HOME,
    settings: { hasConsented: false },
    play: (model) => model.page.allow(),
  },
  learning: {
    prepare: async (db) => {
      await db.jobs.bulkPut(
        Array.from({ length: 12 }, (_, index) => ({
          id: `embed:${index}`,
          kind: 'embed' as const,
          ref: String(index),
          lane: 'view' as const,
          state: 'pending' as const,
          revision: 1,
          attempts: 0,
          notBefore: 0,
          leaseUntil: 0,
          owner: '',
          createdAt: NOON,
        })),
      );
    },
  },
  'no-exercise': { prepare: (db) => storeReading(db, ENTROPY_CLOZE.reading) },
  'nothing-due': { exercises: () => [{ ...ENTROPY_CLOZE, memory: LATER }], site: 'paused' },
  end: { exercises: cloze, play: answerAll },
  'model-missing': {
    exercises: cloze,
    prepare: (db) =>
      writeMeta(db, 'engineStatus', { state: 'model-missing', detail: '', threads: 1, at: NOON }),
  },
  failed: { isBroken: true, site: 'unreadable' },
  keys: { exercises: cloze, play: (model) => model.run({ kind: 'show-keys' }) },
} satisfies Record<string, PopupState>;

export type PopupStateName = keyof typeof STATES;

export const POPUP_STATES = Object.keys(STATES) as PopupStateName[];

/** Opens the popup's model over a fresh database and plays it into a state. */
export async function openPopupState(name: PopupStateName, zh: boolean): Promise<PopupModel> {
  const state: PopupState = STATES[name];
  localStorage.clear();
  const db = createStudyDb(`popup-states-${name}`);
  await db.delete();
  await db.open();
  await storeExercises(db, state.exercises?.(zh) ?? []);
  await state.prepare?.(db);
  const site = state.site ?? 'reading';
  const url = state.url ?? (zh ? 'https://kecheng.example/wuli/2' : 'https://ocw.example/physics/second-law');
  const origin = new URL(url).origin;
  const model = createPopup({
    db,
    storage: localStorage,
    sites: createMemorySites(site === 'not-allowed' ? [] : [origin], site === 'unreadable' ? undefined : url),
    settings: createMemorySettings({ pausedOrigins: site === 'paused' ? [origin] : [], ...state.settings }),
    ...(state.isBroken && { study: () => Promise.reject(new DOMException('', 'QuotaExceededError')) }),
  });
  model.connect();
  await until(() => model.screen.value.kind !== 'opening');
  await state.play?.(model);
  return model;
}

function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => (condition() ? resolve() : void setTimeout(check, 10));
    check();
  });
}
