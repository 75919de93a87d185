import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type Draft,
  type QuestionCard,
  SNAPSHOT_CARDS,
  type SnapshotStore,
  type StudyProgress,
} from '@/lib/app/ports/snapshot';
import { remainingExercises } from '@/lib/app/study-session';

/** Progress and cards as signals; every change is in the snapshot before the call returns. */
export class ProgressStore {
  readonly #snapshot: SnapshotStore;
  readonly #progress;
  readonly #cards;

  constructor(snapshot: SnapshotStore) {
    this.#snapshot = snapshot;
    this.#progress = signal<StudyProgress>(snapshot.readProgress());
    this.#cards = signal<ReadonlyMap<string, QuestionCard>>(byId(snapshot.readCards()));
  }

  get progress(): ReadonlySignal<StudyProgress> {
    return this.#progress;
  }

  get cards(): ReadonlySignal<ReadonlyMap<string, QuestionCard>> {
    return this.#cards;
  }

  /** Replaces the progress; the cards kept for the next opening follow the session. */
  setProgress(progress: StudyProgress): void {
    this.#progress.value = progress;
    this.#snapshot.writeProgress(progress);
    this.#writeCards();
  }

  /** The cheap path of every key stroke: only the draft changes. */
  setDraft(draft: Draft): void {
    this.#progress.value = { ...this.#progress.peek(), draft };
    this.#snapshot.writeProgress(this.#progress.peek());
  }

  addCards(cards: readonly QuestionCard[]): void {
    this.#cards.value = new Map([...this.#cards.peek(), ...byId(cards)]);
    this.#writeCards();
  }

  #writeCards(): void {
    const next = remainingExercises(this.#progress.peek().session).slice(0, SNAPSHOT_CARDS);
    this.#snapshot.writeCards(next.flatMap((id) => this.#cards.peek().get(id) ?? []));
  }
}

function byId(cards: readonly QuestionCard[]): Map<string, QuestionCard> {
  return new Map(cards.map((card) => [card.exercise.id, card]));
}
