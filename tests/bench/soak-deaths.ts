import type { Random } from '@/lib/domain/shared/random';
import type { DebugTarget } from '@/tests/support/debug-target';
import { tell } from '@/tests/support/engine-work';
import type { LaunchedExtension } from '@/tests/support/extension';
import type { OffscreenEngine } from '@/tests/support/offscreen-engine';

/** What dies: a worker that breaks, one that runs in circles, the engine's document, the service worker. */
export type DeathKind = 'break' | 'hang' | 'document' | 'service-worker';

export interface Death {
  readonly kind: DeathKind;
  /** When so many passages have their vector. */
  readonly at: number;
}

/** Of so many workers one does not break but hangs, which takes its watchdog to end. */
const WORKERS_PER_HANG = 20;
/** One document and one service worker die for so many workers. */
const WORKERS_PER_OTHER = 10;

/** Share of the passages after which nothing dies any more, since the workers may be at rest. */
const LAST_MOMENT = 0.95;

/** Deaths at random moments of the work, in their order. */
export function planDeaths(random: Random, workers: number, passages: number): Death[] {
  const moment = () => Math.floor(random() * LAST_MOMENT * passages);
  const kinds: DeathKind[] = Array.from({ length: workers }, (_, i) =>
    i % WORKERS_PER_HANG === 0 ? 'hang' : 'break',
  );
  for (let i = 0; i < workers; i += WORKERS_PER_OTHER) kinds.push('document', 'service-worker');
  return kinds.map((kind) => ({ kind, at: moment() })).sort((a, b) => a.at - b.at);
}

const ENDS: Readonly<Record<'break' | 'hang', string>> = {
  break: 'setTimeout(() => { throw new Error("killed"); })',
  hang: 'setTimeout(() => { for (;;); })',
};

/** Lets something die; false when no worker runs that could. After the death of a document somebody reads on. */
export async function die(
  kind: DeathKind,
  engine: OffscreenEngine,
  extension: LaunchedExtension,
  random: Random,
): Promise<boolean> {
  if (kind === 'document') await engine.close();
  else if (kind === 'service-worker') await extension.stopServiceWorker();
  else return endWorker(await engine.workers(), ENDS[kind], random);
  await tell(extension, 'study.changed', null);
  await hastenTimers(engine);
  return true;
}

/** @returns whether there was a worker, and it was not gone before the blow */
async function endWorker(workers: readonly DebugTarget[], blow: string, random: Random): Promise<boolean> {
  const victim = workers[Math.floor(random() * workers.length)];
  if (victim === undefined) return false;
  return victim.evaluate(blow).then(
    () => true,
    () => false,
  );
}

/** What the timers of the engine are shortened to, so that nobody waits for minutes: watchdogs, and the end of idle workers. */
const HASTE: Readonly<Record<number, number>> = { 20000: 8_000, 120000: 12_000, 300000: 3_000 };

/** Shortens the timers of the engine's document that are set from now on. */
export async function hastenTimers(engine: OffscreenEngine): Promise<void> {
  const document = await engine.document();
  await document.evaluate(`{
    const haste = ${JSON.stringify(HASTE)};
    const set = globalThis.unhurriedTimeout ??= globalThis.setTimeout;
    globalThis.setTimeout = (handler, durationMs, ...rest) => set(handler, haste[durationMs] ?? durationMs, ...rest);
  }`);
}
