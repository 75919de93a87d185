import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Erasure, ErasureReceipt, Forgetting, ForgettingPreview } from '@/lib/app/ports/erasure';
import type { StudyCounts } from '@/lib/app/ports/library';
import type { TextLanguage } from '@/lib/domain/text/language';

/** What the learner wants to be rid of, with what it is called. */
export type ForgettingWish =
  | (Extract<Forgetting, { kind: 'passage' | 'period' }> & { readonly name?: never })
  | (Extract<Forgetting, { kind: 'page' | 'interest' | 'import' }> & { readonly name: CapturedName })
  | (Extract<Forgetting, { kind: 'site' }> & { readonly isRemoved?: boolean })
  | { readonly kind: 'everything'; readonly counts: StudyCounts };

/** A title or label in the language that it was written in. */
export interface CapturedName {
  readonly text: string;
  readonly lang: TextLanguage;
}

export interface ForgettingReceipt {
  readonly kind: ForgettingWish['kind'];
  readonly gone: ErasureReceipt;
}

export interface ForgettingEnvironment {
  readonly preview: Erasure['preview'];
  readonly forget: (what: Forgetting) => Promise<ErasureReceipt>;
  /** All rows of all tables, and what lies outside the database. */
  readonly eraseEverything: () => Promise<ErasureReceipt>;
  /** Tells the rest of the extension what has gone. */
  readonly afterwards: (kind: ForgettingWish['kind']) => Promise<void>;
}

/** Forgets only what was asked for and then confirmed, says beforehand what goes, and afterwards what went. */
export class ForgettingModel {
  /** What waits to be confirmed. */
  readonly asked: ReadonlySignal<ForgettingWish | undefined>;
  /** What would go with it; absent while it is being counted. */
  readonly preview: ReadonlySignal<ForgettingPreview | undefined>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly hasFailed: ReadonlySignal<boolean>;
  readonly receipt: Signal<ForgettingReceipt | undefined> = signal(undefined);
  readonly #environment: ForgettingEnvironment;
  readonly #asked = signal<ForgettingWish | undefined>(undefined);
  readonly #preview = signal<ForgettingPreview | undefined>(undefined);
  readonly #isBusy = signal(false);
  readonly #hasFailed = signal(false);

  constructor(environment: ForgettingEnvironment) {
    this.#environment = environment;
    this.asked = this.#asked;
    this.preview = this.#preview;
    this.isBusy = this.#isBusy;
    this.hasFailed = this.#hasFailed;
  }

  async ask(wish: ForgettingWish): Promise<void> {
    batch(() => {
      this.#hasFailed.value = false;
      this.#preview.value = wish.kind === 'everything' ? wish.counts : undefined;
      this.#asked.value = wish;
    });
    if (wish.kind === 'everything') return;
    try {
      const preview = await this.#environment.preview(wish);
      if (this.#asked.peek() === wish) this.#preview.value = preview;
    } catch {
      this.#hasFailed.value = true;
    }
  }

  cancel(): void {
    this.#asked.value = undefined;
  }

  /** Does what was asked. When it fails nothing is forgotten, and the question is asked again. */
  async confirm(): Promise<void> {
    const wish = this.#asked.peek();
    if (wish === undefined || this.#isBusy.peek()) return;
    this.#isBusy.value = true;
    try {
      const gone = await this.#carryOut(wish);
      await this.#environment.afterwards(wish.kind);
      batch(() => {
        this.#asked.value = undefined;
        this.receipt.value = { kind: wish.kind, gone };
      });
    } catch {
      batch(() => {
        this.#asked.value = wish;
        this.#hasFailed.value = true;
      });
    } finally {
      this.#isBusy.value = false;
    }
  }

  #carryOut(wish: ForgettingWish): Promise<ErasureReceipt> {
    return wish.kind === 'everything' ? this.#environment.eraseEverything() : this.#environment.forget(wish);
  }
}
