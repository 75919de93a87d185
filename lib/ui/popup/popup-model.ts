import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SourceRequest } from '@/lib/app/show-source';
import { fileReaderAddress, isFileUrl } from '@/lib/domain/reading/file-address';
import { siteOf } from '@/lib/domain/reading/site';
import { textFragmentUrl } from '@/lib/domain/reading/text-fragment';
import { RATINGS } from '@/lib/domain/scheduling/model';
import type { Clock } from '@/lib/domain/shared/clock';
import type { DiskRoomState } from '@/lib/domain/shared/disk-room';
import type { Live } from '@/lib/ui/live-signal';
import { type StudyTrouble, worstTrouble } from '@/lib/ui/study-trouble';
import type { PageModel } from './page-model';
import { chooseScreen, type PopupScreen, studyTrouble } from './popup-screen';
import type { KeyCommand } from './review-keys';
import type { ReviewModel } from './review-model';
import type { Study, StudySituation } from './study';

export interface PopupEnvironment {
  readonly page: PageModel;
  readonly review: ReviewModel;
  readonly study: Promise<Study>;
  /** How much room there is on the disk. */
  readonly room: ReadonlySignal<DiskRoomState>;
  readonly clock: Clock;
  readonly openTab: (url: string) => void;
  /** Shows a passage in its page; resolves false when it is not in the database. */
  readonly showSource: (request: SourceRequest) => Promise<boolean>;
  readonly openOverview: () => void;
  readonly close: () => void;
}

/** The popup as a whole: the page in the tab, the round of questions, and which of its screens is shown. */
export class PopupModel {
  readonly page: PageModel;
  readonly review: ReviewModel;
  readonly screen: ReadonlySignal<PopupScreen>;
  readonly trouble: ReadonlySignal<StudyTrouble | undefined>;
  /** The database does not open, while the question in view comes from the snapshot. */
  readonly isCutOff: ReadonlySignal<boolean>;
  readonly keysShown = signal(false);
  readonly clock: Clock;
  readonly openOverview: () => void;
  readonly close: () => void;
  readonly #environment: PopupEnvironment;
  readonly #study = signal<Study | undefined>(undefined);
  readonly #failure = signal<{ readonly error: unknown } | undefined>(undefined);
  readonly #hasAsked = signal(false);
  readonly #actions: Readonly<Record<Exclude<KeyCommand['kind'], 'pick'>, () => void>> = {
    advance: () => this.#advance(),
    undo: () => void this.review.undo(),
    'open-source': () => void this.openSource(),
    skip: () => this.review.skip(),
    'show-keys': () => {
      this.keysShown.value = true;
    },
  };

  constructor(environment: PopupEnvironment) {
    this.#environment = environment;
    this.page = environment.page;
    this.review = environment.review;
    this.clock = environment.clock;
    this.openOverview = environment.openOverview;
    this.close = environment.close;
    const situation = computed(() => this.#situation());
    this.trouble = computed(() => worstTrouble(studyTrouble(situation.value), environment.room.value));
    this.isCutOff = computed(() => situation.value.state === 'failed');
    this.screen = computed(() =>
      chooseScreen({
        question: this.review.question.value,
        session: this.review.session.value,
        justEnded: this.#hasAsked.value,
        situation: situation.value,
      }),
    );
  }

  /** Opens what the first paint did without; returns how to stop following it. */
  connect(): () => void {
    const stopNoticing = effect(() => {
      if (this.review.question.value !== undefined) this.#hasAsked.value = true;
    });
    const stopFollowing = this.page.connect();
    const stopAsking = this.#connectStudy().then(() => effect(() => this.#askWhatIsThere()));
    return () => {
      stopNoticing();
      void stopFollowing.then((stop) => stop());
      void stopAsking.then((stop) => stop());
    };
  }

  run(command: KeyCommand): void {
    if (command.kind === 'pick') this.#pick(command.index);
    else this.#actions[command.kind]();
  }

  /** Opens the page of the question at its sentence. Only once answered, since the sentence is the answer. */
  async openSource(): Promise<void> {
    const question = this.review.question.peek();
    if (question?.grade === undefined) return;
    const { excerpt, page, exercise } = question.card;
    const { passageId, source } = exercise;
    if (isFileUrl(page.url)) this.#environment.openTab(fileReaderAddress(page.url, passageId));
    if (siteOf(page.url) === undefined) return;
    const sentence = { start: source.start, end: source.end };
    if (await this.#environment.showSource({ passageId, sentence })) return;
    // The database is out of reach; the browser alone finds an unchanged sentence, too.
    const exact = `${excerpt.sentenceBefore}${excerpt.key}${excerpt.sentenceAfter}`;
    const quote = { before: excerpt.before, exact, after: excerpt.after };
    this.#environment.openTab(textFragmentUrl(page.url, quote, exercise.lang));
  }

  #pick(index: number): void {
    const question = this.review.question.peek();
    const rating = RATINGS[index];
    const option = question?.options[index];
    if (question?.grade !== undefined && rating !== undefined) this.review.rate(rating);
    else if (option !== undefined) this.review.choose(option);
  }

  #advance(): void {
    const question = this.review.question.peek();
    if (question?.grade !== undefined) this.review.rate(question.grade.suggested);
    else if (question?.card.exercise.kind === 'cloze') this.review.check();
  }

  async #connectStudy(): Promise<void> {
    try {
      this.#study.value = await this.#environment.study;
      await this.review.connect();
    } catch (error) {
      this.#failure.value = { error };
    }
  }

  #askWhatIsThere(): void {
    const situation = this.#situation();
    const isIdle = this.screen.value.kind === 'opening';
    const hasQuestions = situation.state === 'ready' && situation.value.session.exerciseIds.length > 0;
    if (isIdle && hasQuestions) void this.review.startRound();
  }

  #situation(): Live<StudySituation> {
    const failure = this.#failure.value;
    if (failure !== undefined) return { state: 'failed', error: failure.error };
    return this.#study.value?.situation.value ?? { state: 'loading' };
  }
}
