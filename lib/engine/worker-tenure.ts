import { createWearGauge, WEAR_LIMITS, type Wear, type WearLimits } from './wear';

/** Postpones the watchdog while a long answer is on its way; a worker that knows its wear says it along. */
export type SignOfLife = (wear?: Wear) => void;

/** A worker just started. */
export interface WorkerInstance<Api> {
  readonly api: Api;
  /** Resolves when the worker can take calls; rejects when it never will. */
  readonly ready: Promise<unknown>;
  /** Rejects when the worker itself breaks; never resolves. */
  readonly failure: Promise<never>;
  terminate(): void;
}

export interface TenureOptions<Api> {
  spawn(signOfLife: SignOfLife): WorkerInstance<Api>;
  newOwner(): string;
  /** Longest time from the start of the worker until it can take calls. */
  readonly startMs: number;
  /** Longest time without an answer or a sign of life while a call is open. */
  readonly silenceMs: number;
  readonly wearLimits?: WearLimits;
}

/** One worker from its start to its end; calls that are open at the end reject with the reason. */
export interface Tenure<Api> {
  /** Name under which the worker takes jobs. */
  readonly owner: string;
  isReady(): boolean;
  openCalls(): number;
  /** Why the worker is lost, when it is: also one that broke while nobody called it. */
  lossReason(): Error | undefined;
  /** It has worked so much that another should take its place. */
  isWorn(): boolean;
  call<Value>(body: (api: Api, owner: string) => Promise<Value>): Promise<Value>;
  end(why: Error): void;
}

export function openTenure<Api>(options: TenureOptions<Api>): Tenure<Api> {
  const owner = options.newOwner();
  const loss = createLoss();
  const gauge = createWearGauge(options.wearLimits ?? WEAR_LIMITS);
  let ready = false;
  let calls = 0;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  const watch = () => {
    clearTimeout(watchdog);
    if (calls === 0) return;
    const limitMs = ready ? options.silenceMs : options.startMs;
    watchdog = setTimeout(
      () => loss.declare(new Error(`The worker gave no answer in ${limitMs} ms.`)),
      limitMs,
    );
  };
  const instance = options.spawn((wear) => {
    if (wear) gauge.note(wear);
    if (ready) watch();
  });
  instance.failure.catch(loss.declare);
  const started = instance.ready.then(() => {
    ready = true;
  });
  started.catch(loss.declare);

  return {
    owner,
    isReady: () => ready,
    openCalls: () => calls,
    lossReason: loss.reason,
    isWorn: gauge.isWorn,
    async call(body) {
      calls += 1;
      watch();
      try {
        await loss.unless(started);
        watch();
        return await loss.unless(body(instance.api, owner));
      } finally {
        calls -= 1;
        watch();
      }
    },
    end(why) {
      clearTimeout(watchdog);
      loss.declare(why);
      instance.terminate();
    },
  };
}

interface Loss {
  declare(why: Error): void;
  reason(): Error | undefined;
  /** Settles as the promise does, or rejects with the reason of the loss if that is earlier. */
  unless<Value>(promise: Promise<Value>): Promise<Value>;
}

/** `Promise.race` would not do: a promise that stays open keeps every answer that it ever raced against. */
function createLoss(): Loss {
  const waiting = new Set<(why: Error) => void>();
  let reason: Error | undefined;
  return {
    declare(why) {
      reason ??= why;
      for (const reject of waiting) reject(reason);
      waiting.clear();
    },
    reason: () => reason,
    unless: (promise) =>
      new Promise((resolve, reject) => {
        if (reason) reject(reason);
        else waiting.add(reject);
        const settle = () => waiting.delete(reject);
        promise.finally(settle).then(resolve, reject);
      }),
  };
}
