import type { Random } from '@/lib/domain/shared/random';
import { tell } from '@/tests/support/engine-work';
import type { LaunchedExtension } from '@/tests/support/extension';
import type { OffscreenEngine } from '@/tests/support/offscreen-engine';

/** What dies: a worker that is seen to die, one that is not, the engine's document, the service worker. */
export const DEATH_KINDS = ['worker', 'silent', 'document', 'service-worker'] as const;

export type DeathKind = (typeof DEATH_KINDS)[number];

export interface Death {
  readonly kind: DeathKind;
  /** When this share of the work is done. */
  readonly at: number;
}

/** Of so many workers one dies without a word, which only its watchdog notices. */
const WORKERS_PER_SILENCE = 20;
/** One document and one service worker die for so many workers. */
const WORKERS_PER_OTHER = 10;

/** Share of the work after which nothing dies any more, since the workers may be at rest. */
const LAST_MOMENT = 0.95;

/** Deaths at random moments of the work, in their order. */
export function planDeaths(random: Random, workers: number): Death[] {
  const kinds: DeathKind[] = Array.from({ length: workers }, (_, i) =>
    i % WORKERS_PER_SILENCE === 0 ? 'silent' : 'worker',
  );
  for (let i = 0; i < workers; i += WORKERS_PER_OTHER) kinds.push('document', 'service-worker');
  return kinds.map((kind) => ({ kind, at: LAST_MOMENT * random() })).sort((a, b) => a.at - b.at);
}

/** What the timers of the engine are shortened to, so that nobody waits for minutes: watchdogs, and the end of idle workers. */
const HASTE: Readonly<Record<string, number>> = { 20000: 8_000, 120000: 12_000, 300000: 3_000 };

/** Runs in the engine's document: shortens timers that are set from now on, and keeps hold of workers that are started. */
function prepareDocument(haste: Readonly<Record<string, number>>): void {
  const scope = globalThis as typeof globalThis & {
    endWorker?: (chance: number, silently: boolean) => boolean;
  };
  if (scope.endWorker) return;
  const setTimer = scope.setTimeout;
  scope.setTimeout = ((handler: () => void, durationMs = 0, ...rest: never[]) =>
    setTimer(handler, haste[durationMs] ?? durationMs, ...rest)) as typeof setTimeout;
  const workers = new Set<Worker>();
  scope.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.add(this);
    }
    override terminate() {
      workers.delete(this);
      super.terminate();
    }
  };
  scope.endWorker = (chance, silently) => {
    const victim = [...workers][Math.floor(chance * workers.size)];
    victim?.terminate();
    if (!silently) victim?.dispatchEvent(new ErrorEvent('error', { message: 'killed' }));
    return victim !== undefined;
  };
}

export async function prepare(engine: OffscreenEngine): Promise<void> {
  const document = await engine.document();
  await document.evaluate(`(${prepareDocument})(${JSON.stringify(HASTE)})`);
}

/** Lets something die; false when no worker runs that could. After the death of what is around them somebody reads on. */
export async function die(
  kind: DeathKind,
  engine: OffscreenEngine,
  extension: LaunchedExtension,
  random: Random,
): Promise<boolean> {
  if (kind === 'document') await engine.close();
  else if (kind === 'service-worker') await extension.stopServiceWorker();
  else {
    const document = await engine.document();
    return document.evaluate(`endWorker(${random()}, ${kind === 'silent'})`);
  }
  await tell(extension, 'study.changed', null);
  await prepare(engine);
  return true;
}
