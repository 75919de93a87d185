import { computed, type ReadonlySignal } from '@preact/signals';
import { type Live, liveSignal } from '@/lib/ui/live-signal';

/**
 * Result of a query that depends on signals: whenever one that `choose` reads changes, the query that it returns is
 * followed instead. Until that one has answered, the last answer stays.
 */
export function switchingSignal<Value>(choose: () => () => Promise<Value>): ReadonlySignal<Live<Value>> {
  const current = computed(() => liveSignal(choose()));
  let known: Live<Value> = { state: 'loading' };
  return computed(() => {
    const live = current.value.value;
    if (live.state !== 'loading') known = live;
    return known;
  });
}
