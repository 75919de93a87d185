import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Erasure, ErasureReceipt, StudyCounts } from '@/lib/app/ports/library';
import type { Clock } from '@/lib/domain/shared/clock';
import type { TextLanguage } from '@/lib/domain/text/language';

/** Something that the learner may want to delete, with what goes with it. */
export type Deletion =
  | { readonly kind: 'passage'; readonly passageId: string; readonly exercises: number }
  | {
      readonly kind: 'page';
      readonly pageId: string;
      readonly title: string;
      readonly lang: TextLanguage;
      readonly passages: number;
      readonly exercises: number;
    }
  | { readonly kind: 'site'; readonly origin: string; readonly pages: number; readonly passages: number }
  | { readonly kind: 'everything'; readonly counts: StudyCounts };

export interface DeletionReceipt {
  readonly kind: Deletion['kind'];
  readonly deleted: ErasureReceipt;
}

export interface DeletionEnvironment {
  readonly erasure: Omit<Erasure, 'eraseEverything'>;
  /** All rows of all tables, and what lies outside the database. */
  readonly eraseEverything: () => Promise<ErasureReceipt>;
  readonly clock: Clock;
  /** Tells the rest of the extension what has gone. */
  readonly afterwards: (kind: Deletion['kind']) => Promise<void>;
}

/** Deletes only what was asked for and then confirmed, and says what went. */
export class DeletionModel {
  /** What waits to be confirmed. */
  readonly asked: ReadonlySignal<Deletion | undefined>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly hasFailed: ReadonlySignal<boolean>;
  readonly receipt: Signal<DeletionReceipt | undefined> = signal(undefined);
  readonly #environment: DeletionEnvironment;
  readonly #asked = signal<Deletion | undefined>(undefined);
  readonly #isBusy = signal(false);
  readonly #hasFailed = signal(false);

  constructor(environment: DeletionEnvironment) {
    this.#environment = environment;
    this.asked = this.#asked;
    this.isBusy = this.#isBusy;
    this.hasFailed = this.#hasFailed;
  }

  ask(deletion: Deletion): void {
    batch(() => {
      this.#hasFailed.value = false;
      this.#asked.value = deletion;
    });
  }

  cancel(): void {
    this.#asked.value = undefined;
  }

  /** Does what was asked. When it fails nothing is deleted, and the question is asked again. */
  async confirm(): Promise<void> {
    const deletion = this.#asked.peek();
    if (deletion === undefined || this.#isBusy.peek()) return;
    this.#isBusy.value = true;
    try {
      const deleted = await this.#carryOut(deletion);
      await this.#environment.afterwards(deletion.kind);
      batch(() => {
        this.#asked.value = undefined;
        this.receipt.value = { kind: deletion.kind, deleted };
      });
    } catch {
      batch(() => {
        this.#asked.value = deletion;
        this.#hasFailed.value = true;
      });
    } finally {
      this.#isBusy.value = false;
    }
  }

  #carryOut(deletion: Deletion): Promise<ErasureReceipt> {
    const { erasure, clock } = this.#environment;
    switch (deletion.kind) {
      case 'passage':
        return erasure.deletePassage(deletion.passageId, clock());
      case 'page':
        return erasure.deletePage(deletion.pageId, clock());
      case 'site':
        return erasure.deleteSite(deletion.origin, clock());
      case 'everything':
        return this.#environment.eraseEverything();
    }
  }
}
