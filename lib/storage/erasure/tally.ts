import type { ErasureReceipt, KeptKind } from '@/lib/app/ports/erasure';

/** Counts what goes while it goes. */
export class Tally {
  readonly #counts = new Map<KeptKind, number>();

  add(kind: KeptKind, count: number): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  receipt(): ErasureReceipt {
    return Object.fromEntries(this.#counts);
  }
}
