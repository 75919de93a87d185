import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Draft, SessionStep, StudySession } from '@/lib/app/ports/snapshot';
import { blankDraft, currentExercise, remainingExercises, takeBack, takeStep } from '@/lib/app/study-session';
import type { GivenAnswer } from '@/lib/app/submit-review';
import { gradeAnswer } from '@/lib/domain/exercises/grade-answer';
import type { Rating } from '@/lib/domain/scheduling/model';
import { studyDayOf } from '@/lib/domain/scheduling/study-day';
import type { Clock } from '@/lib/domain/shared/clock';
import { AnswerOutbox } from './answer-outbox';
import type { ProgressStore } from './progress-store';
import { type Question, questionOf } from './question';
import type { ReviewEvent } from './review-event';
import { bringUpToDate, startRound } from './round-upkeep';
import type { Study } from './study';

/** An Enter meant for the card before must not give up this one. */
const GIVE_UP_PAUSE_MS = 400;

export interface ReviewEnvironment {
  readonly store: ProgressStore;
  /** Rejects when the database cannot be opened; nothing but storing waits for it. */
  readonly study: Promise<Study>;
  readonly clock: Clock;
  readonly utcOffsetMinutes: () => number;
  /** The stored answers changed. */
  readonly onSaved: () => void;
}

/** A round of questions: what is asked now, and all that the learner can do with it. */
export class ReviewModel {
  readonly question: ReadonlySignal<Question | undefined>;
  readonly session: ReadonlySignal<StudySession | undefined>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly lastEvent = signal<ReviewEvent | undefined>(undefined);
  readonly #environment: ReviewEnvironment;
  readonly #store: ProgressStore;
  readonly #outbox: AnswerOutbox;
  readonly #study = signal<Study | undefined>(undefined);
  /** Until when the time of the question in view is counted. */
  #countedUntil: number;

  constructor(environment: ReviewEnvironment) {
    this.#environment = environment;
    this.#store = environment.store;
    this.#outbox = new AnswerOutbox(environment.store, environment.study);
    this.#countedUntil = environment.clock();
    this.session = computed(() => this.#store.progress.value.session);
    this.canUndo = computed(() => (this.session.value?.steps.length ?? 0) > 0);
    this.question = computed(() => this.#findQuestion());
  }

  /** Once the database is open: stores what waits and brings the round up to date. Rejects when it cannot be opened. */
  async connect(): Promise<void> {
    const study = await this.#environment.study;
    this.#study.value = study;
    await this.#saveAnswers();
    if (await bringUpToDate(this.#store, study, this.#moment())) this.lastEvent.value = { kind: 'gone' };
  }

  /** Asks more, when no round is going on. */
  async startRound(): Promise<void> {
    this.#countedUntil = this.#environment.clock();
    await startRound(this.#store, await this.#environment.study, this.#moment());
  }

  type(answer: string): void {
    const draft = this.question.peek()?.draft;
    if (draft?.phase === 'asking') this.#store.setDraft({ ...this.#withTime(draft), answer });
  }

  /** Looks at the typed answer; an empty one gives up. A slip of spelling may be mended once. */
  check(): void {
    const question = this.question.peek();
    if (question?.draft.phase !== 'asking') return;
    const draft = this.#withTime(question.draft);
    const isNear = gradeAnswer(question.card.exercise, draft.answer).match === 'near';
    if (draft.answer.trim() === '' && draft.spentMs < GIVE_UP_PAUSE_MS) {
      this.#store.setDraft(draft);
    } else if (isNear && !draft.secondTry) {
      this.#store.setDraft({ ...draft, secondTry: true });
      this.lastEvent.value = { kind: 'nearly' };
    } else {
      this.#reveal(question, draft);
    }
  }

  choose(option: string): void {
    const question = this.question.peek();
    if (question?.draft.phase !== 'asking' || !question.options.includes(option)) return;
    this.#reveal(question, { ...this.#withTime(question.draft), answer: option });
  }

  /** Accepts a rating and goes on at once; storing it follows. */
  rate(rating: Rating): void {
    const question = this.question.peek();
    if (question?.grade === undefined) return;
    const { card, draft, grade, intervals } = question;
    const { id, kind, key, lang } = card.exercise;
    const { correct } = grade;
    const counted = kind === 'choice' && !correct ? 'again' : rating;
    const given: GivenAnswer = {
      exercise: card.exercise,
      answer: draft.answer,
      rating: counted,
      latencyMs: draft.spentMs,
      now: this.#environment.clock(),
      utcOffsetMinutes: this.#environment.utcOffsetMinutes(),
    };
    this.#goOn(
      { kind: 'graded', exerciseId: id, rating: counted, correct, answer: draft.answer, key, lang },
      [given],
    );
    const left = remainingExercises(this.session.peek()).length;
    this.lastEvent.value = { kind: 'graded', rating: counted, intervalMs: intervals?.[counted], left };
    void this.#saveAnswers();
  }

  /** Leaves the question to a later round. */
  skip(): void {
    const question = this.question.peek();
    if (question?.draft.phase !== 'asking') return;
    this.#goOn({ kind: 'skipped', exerciseId: question.card.exercise.id }, []);
    this.lastEvent.value = { kind: 'skipped' };
  }

  /** Goes back to the last question with its answer, to rate it anew; also when the round is over. */
  async undo(): Promise<void> {
    const session = this.session.peek();
    const taken = session && takeBack(session);
    if (session === undefined || taken === undefined) return;
    const { step } = taken;
    if (step.kind === 'skipped') return this.#goBack(taken.session, blankDraft(step.exerciseId));
    const spentMs = (await this.#outbox.takeBack(step, session.startedAt)) ?? 0;
    const study = this.#study.peek();
    if (study !== undefined) this.#store.addCards(await study.cards([step.exerciseId]));
    this.#goBack(taken.session, {
      ...blankDraft(step.exerciseId),
      answer: step.answer,
      phase: 'answered',
      spentMs,
    });
    this.#environment.onSaved();
  }

  #findQuestion(): Question | undefined {
    const { session, draft } = this.#store.progress.value;
    const id = currentExercise(session);
    const card = id === undefined ? undefined : this.#store.cards.value.get(id);
    if (id === undefined || card === undefined) return undefined;
    const study = this.#study.value;
    return questionOf(card, draft?.exerciseId === id ? draft : blankDraft(id), ({ exercise }) =>
      study?.intervals(exercise.memory, this.#environment.clock()),
    );
  }

  #reveal(question: Question, draft: Draft): void {
    this.#store.setDraft({ ...draft, phase: 'answered' });
    const { exercise } = question.card;
    const grade = gradeAnswer(exercise, draft.answer);
    this.lastEvent.value = { kind: 'answered', grade, key: exercise.key };
  }

  #goOn(step: SessionStep, given: readonly GivenAnswer[]): void {
    const { session, unsaved } = this.#store.progress.peek();
    if (session === undefined) return;
    this.#countedUntil = this.#environment.clock();
    this.#store.setProgress({ session: takeStep(session, step), unsaved: [...unsaved, ...given] });
  }

  #goBack(session: StudySession, draft: Draft): void {
    this.#countedUntil = this.#environment.clock();
    this.#store.setProgress({ session, draft, unsaved: this.#store.progress.peek().unsaved });
    this.lastEvent.value = { kind: 'undone' };
  }

  /** A failing database keeps the answers waiting in the snapshot; `connect` reports it. */
  async #saveAnswers(): Promise<void> {
    if (this.#store.progress.peek().unsaved.length === 0) return;
    const refused = await this.#outbox.flush().catch(() => undefined);
    if (refused === undefined) return;
    if (refused.length > 0) this.#forget(new Set(refused.map(({ exercise }) => exercise.id)));
    this.#environment.onSaved();
  }

  /** Answers that did not count cannot be undone either. */
  #forget(exerciseIds: ReadonlySet<string>): void {
    const { session, ...rest } = this.#store.progress.peek();
    if (session === undefined) return;
    const steps = session.steps.filter(({ exerciseId }) => !exerciseIds.has(exerciseId));
    this.#store.setProgress({ ...rest, session: { ...session, steps } });
    this.lastEvent.value = { kind: 'refused' };
  }

  #withTime(draft: Draft): Draft {
    const now = this.#environment.clock();
    const spentMs = draft.spentMs + Math.max(0, now - this.#countedUntil);
    this.#countedUntil = now;
    return { ...draft, spentMs };
  }

  #moment() {
    const now = this.#environment.clock();
    return { now, studyDay: studyDayOf(now, this.#environment.utcOffsetMinutes()) };
  }
}
