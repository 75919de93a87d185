import { type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery, type Subscription } from 'dexie';

/** What a surface knows of a query at the moment. */
export type Live<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Result of a database query that follows every change of the tables it reads, from whatever context. The query runs
 * only while something reads the signal, once for all readers.
 */
export function liveSignal<Value>(query: () => Promise<Value> | Value): ReadonlySignal<Live<Value>> {
  let subscription: Subscription | undefined;
  return signal<Live<Value>>(
    { state: 'loading' },
    {
      watched() {
        subscription = liveQuery(query).subscribe({
          next: (value) => {
            this.value = { state: 'ready', value };
          },
          error: (error) => {
            this.value = { state: 'failed', error };
          },
        });
      },
      unwatched() {
        subscription?.unsubscribe();
        subscription = undefined;
      },
    },
  );
}
