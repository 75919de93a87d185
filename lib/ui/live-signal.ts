import { type ReadonlySignal, signal } from '@preact/signals';
import { Dexie, liveQuery, type Subscription } from 'dexie';

/** What a surface knows of a query at the moment. */
export type Live<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: unknown };

/** A database that cannot be opened, for want of room on the disk for example, tells nobody when it can be again. */
const TRY_AGAIN_MS = 1_000;

/**
 * Result of a database query that follows every change of the tables it reads, from whatever context. The query runs
 * only while something reads the signal, once for all readers; when it fails, it is tried again until it answers.
 */
export function liveSignal<Value>(query: () => Promise<Value> | Value): ReadonlySignal<Live<Value>> {
  let subscription: Subscription | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const live = signal<Live<Value>>({ state: 'loading' }, { watched: follow, unwatched: leave });
  function leave() {
    clearTimeout(timer);
    subscription?.unsubscribe();
    subscription = undefined;
  }
  function follow() {
    subscription = liveQuery(async () => tellWhyClosed(query)).subscribe({
      next: (value) => {
        live.value = { state: 'ready', value };
      },
      error: (error) => {
        leave();
        live.value = { state: 'failed', error };
        timer = setTimeout(follow, TRY_AGAIN_MS);
      },
    });
  }
  return live;
}

/** Dexie keeps silent about queries of a closed database, also when it is closed since it could not be opened. */
async function tellWhyClosed<Value>(query: () => Promise<Value> | Value): Promise<Value> {
  try {
    return await query();
  } catch (error) {
    const isClosed = error instanceof Dexie.DatabaseClosedError;
    throw isClosed && error.inner instanceof Error ? error.inner : error;
  }
}
