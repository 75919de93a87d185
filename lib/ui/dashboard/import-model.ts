import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BroughtText, ImportStep, ImportTrouble } from '@/lib/app/import-text';
import type { ImportProgress } from '@/lib/app/ports/imports';
import {
  formatOf,
  isPdf,
  isTooLarge,
  nameOfText,
  nameWithoutExtension,
} from '@/lib/domain/imports/file-kind';
import type { ImportedText } from '@/lib/domain/imports/model';
import type { Result } from '@/lib/domain/shared/result';
import { type Live, liveSignal } from '@/lib/ui/live-signal';

export interface ImportEnvironment {
  readonly take: (
    brought: BroughtText,
    onStep: (step: ImportStep) => void,
    stopping: AbortSignal,
  ) => Promise<Result<ImportedText, ImportTrouble>>;
  readonly list: () => Promise<ImportProgress[]>;
  /** Whether texts that were brought in wait until the learner lets them go on. */
  readonly isHeld: () => Promise<boolean>;
  readonly hold: (isHeld: boolean) => Promise<void>;
}

export type TaskTrouble =
  | ImportTrouble
  | 'unknown-format'
  | 'pdf'
  | 'file-too-large'
  | 'unreadable'
  | 'failed';

export type TaskState =
  | { readonly kind: 'queued' }
  | ImportStep
  | { readonly kind: 'failed'; readonly trouble: TaskTrouble };

/** A text that is on its way in. */
export interface ImportTask {
  readonly number: number;
  readonly name: string;
  readonly state: TaskState;
}

/** What came in last, to be said once. */
export interface Arrival {
  readonly number: number;
  readonly title: string;
}

interface Waiting {
  readonly number: number;
  readonly open: () => Promise<BroughtText | TaskTrouble>;
}

/** Takes texts in one after the other, says how far it is, and what has become of those that came before. */
export class ImportModel {
  readonly texts: ReadonlySignal<Live<ImportProgress[]>>;
  readonly isHeld: ReadonlySignal<Live<boolean>>;
  readonly tasks: Signal<readonly ImportTask[]> = signal([]);
  readonly arrival: Signal<Arrival | undefined> = signal(undefined);
  readonly pasted: Signal<string> = signal('');
  readonly title: Signal<string> = signal('');
  readonly #environment: ImportEnvironment;
  readonly #waiting: Waiting[] = [];
  readonly #stops = new Map<number, AbortController>();
  #lastNumber = 0;
  #isRunning = false;

  constructor(environment: ImportEnvironment) {
    this.#environment = environment;
    this.texts = liveSignal(environment.list);
    this.isHeld = liveSignal(environment.isHeld);
  }

  async paste(): Promise<void> {
    const text = this.pasted.value.trim();
    const title = this.title.value.trim();
    if (text === '') return;
    this.pasted.value = '';
    this.title.value = '';
    const name = title || nameOfText(text);
    const bytes = new TextEncoder().encode(text);
    await this.#take(name, async () => ({ bytes, format: 'text', title, name }));
  }

  async bring(files: readonly File[]): Promise<void> {
    await Promise.all(files.map((file) => this.#take(file.name, () => openFile(file))));
  }

  async hold(isHeld: boolean): Promise<void> {
    await this.#environment.hold(isHeld);
  }

  /** Ends a task that is under way, or puts away the word about one that failed. What was stored of it stays. */
  dismiss(number: number): void {
    this.#stops.get(number)?.abort();
    this.tasks.value = this.tasks.value.filter((task) => task.number !== number);
  }

  async #take(name: string, open: Waiting['open']): Promise<void> {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    this.tasks.value = [...this.tasks.value, { number, name, state: { kind: 'queued' } }];
    this.#waiting.push({ number, open });
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#carryOut(next);
    this.#isRunning = false;
  }

  async #carryOut({ number, open }: Waiting): Promise<void> {
    if (!this.tasks.value.some((task) => task.number === number)) return;
    const stopping = new AbortController();
    this.#stops.set(number, stopping);
    try {
      const brought = await open();
      const taken =
        typeof brought === 'string'
          ? ({ ok: false, error: brought } as const)
          : await this.#environment.take(brought, (step) => this.#show(number, step), stopping.signal);
      if (!taken.ok) this.#show(number, { kind: 'failed', trouble: taken.error });
      else {
        this.arrival.value = { number, title: taken.value.title };
        this.dismiss(number);
      }
    } catch {
      this.#show(number, { kind: 'failed', trouble: 'failed' });
    } finally {
      this.#stops.delete(number);
    }
  }

  #show(number: number, state: TaskState): void {
    this.tasks.value = this.tasks.value.map((task) => (task.number === number ? { ...task, state } : task));
  }
}

async function openFile(file: File): Promise<BroughtText | TaskTrouble> {
  if (isPdf(file.name)) return 'pdf';
  const format = formatOf(file.name);
  if (format === undefined) return 'unknown-format';
  if (isTooLarge(format, file.size)) return 'file-too-large';
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { bytes, format, title: '', name: nameWithoutExtension(file.name) };
  } catch {
    return 'unreadable';
  }
}
