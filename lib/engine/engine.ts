import type { Remote } from 'comlink';
import type { JobKind } from '@/lib/app/job';
import { type Encoder, encoderErrorCode } from '@/lib/app/ports/encoder';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import type { Clock } from '@/lib/domain/shared/clock';
import { createDistantEncoder } from './distant-encoder';
import { createQuickRefusal } from './quick-refusal';
import type { StatusReporter } from './status-reporter';
import { createSupervisor } from './supervisor';
import type { ThreadTrial } from './thread-trial';
import { createWorkLoop, type WorkLoop } from './work-loop';
import type { AnalysisApi, EmbedderApi, Encode } from './worker-api';
import type { SignOfLife, WorkerInstance } from './worker-tenure';

export interface EngineOptions {
  readonly queue: JobQueue;
  readonly status: StatusReporter;
  spawnEmbedder(signOfLife: SignOfLife): WorkerInstance<Remote<EmbedderApi>>;
  spawnAnalysis(encode: Encode, signOfLife: SignOfLife): WorkerInstance<Remote<AnalysisApi>>;
  /** Embeds waiting passages for some seconds at most; says how many. */
  embedPending(encoder: Encoder, owner: string): Promise<number>;
  readonly threadTrial: ThreadTrial;
  /** Called after each job that may have changed what there is to ask. */
  onProgress(): void;
  newOwner(): string;
  readonly now: Clock;
}

export interface Engine {
  /** There may be jobs. */
  wake(): void;
  /** As `wake`, and at once even after a failure: somebody says that its cause is gone. */
  tryAgain(): void;
  /** Everything was erased: ends both workers in the middle of what they do. */
  reset(): void;
  /** Whether nothing runs and nothing waits, not even for later. */
  isAtRest(): boolean;
  /** Asks the model for whoever is waiting, before the background work; refuses at once while it is known not to work. */
  readonly encode: Encode;
}

const START_MS = 60_000;
const IDLE_MS = 5 * 60_000;
const EMBEDDER_SILENCE_MS = 20_000;
/** A refit shows signs of life; the analysis of a long page does not, and waits for the model to start meanwhile. */
const ANALYSIS_SILENCE_MS = 2 * 60_000;

/** Two workers and the work they take: vectors first, then what is made of them. */
export function createEngine(options: EngineOptions): Engine {
  const { embedder, analysis, encoder, embedNext } = superviseWorkers(options);
  const refusal = createQuickRefusal(encoder.encode, options.now);
  const workers = [embedder, analysis];
  const loops = createLoops(options, {
    async embedNext() {
      const done = await embedNext();
      refusal.forget();
      return done > 0;
    },
    async analyseNext() {
      const kind = await analysis.run((api, owner) => api.runNext(owner));
      if (kind) options.onProgress();
      return kind !== undefined;
    },
  });
  return {
    wake() {
      for (const { wake } of loops) wake();
    },
    tryAgain() {
      refusal.forget();
      for (const { tryAgain } of loops) tryAgain();
    },
    reset() {
      for (const { stop } of workers) stop();
    },
    isAtRest: () =>
      loops.every(({ isAtRest }) => isAtRest()) && !workers.some(({ hasWorker }) => hasWorker()),
    encode: refusal.encode,
  };
}

/** One piece of work each; false when there was none. */
interface Steps {
  embedNext(): Promise<boolean>;
  analyseNext(): Promise<boolean>;
}

function createLoops(options: EngineOptions, steps: Steps): readonly WorkLoop[] {
  const loop = (kinds: readonly JobKind[], step: () => Promise<boolean>, onDry = async () => {}) =>
    createWorkLoop({
      nextDueAt: () => options.queue.nextDueAt(kinds, options.now()),
      onBusy: () => {
        options.threadTrial.onWork();
        return options.status.report('working');
      },
      step: () => step().catch(yieldToAbortion),
      onDry: async () => {
        await options.status.report('idle');
        options.threadTrial.onRest();
        await onDry();
      },
      onFailure: (thrown) => options.status.reportFailure(thrown),
      now: options.now,
    });
  const analysisLoop = loop(['analyse', 'refit'], steps.analyseNext);
  const embedLoop = loop(['embed'], steps.embedNext, async () => analysisLoop.wake());
  return [embedLoop, analysisLoop];
}

function superviseWorkers(options: EngineOptions) {
  const { queue, now, newOwner, spawnEmbedder, spawnAnalysis } = options;
  const common = {
    newOwner,
    onLoss: (owner: string, reason: string) => queue.abandon(owner, reason, now()),
    startMs: START_MS,
    idleMs: IDLE_MS,
  };
  const embedder = createSupervisor<Remote<EmbedderApi>>({
    ...common,
    spawn: spawnEmbedder,
    silenceMs: EMBEDDER_SILENCE_MS,
  });
  const encoder = createDistantEncoder(embedder, newOwner);
  /** The page in view, which nobody waits for. */
  const encodeInView: Encode = (texts, role) => encoder.encode(texts, role, { urgency: 'view' });
  const analysis = createSupervisor<Remote<AnalysisApi>>({
    ...common,
    spawn: (signOfLife) => spawnAnalysis(encodeInView, signOfLife),
    silenceMs: ANALYSIS_SILENCE_MS,
  });
  const owner = newOwner();
  const embedNext = async () => {
    // A model that cannot be used is found out before a passage is taken, so that it is no passage's fault.
    await embedder.run(async () => {});
    return options.embedPending(encoder, owner);
  };
  return { embedder, analysis, encoder, embedNext };
}

/** Work that was stopped on purpose is neither done nor failed. */
function yieldToAbortion(thrown: unknown): false {
  if (encoderErrorCode(thrown) === 'aborted') return false;
  throw thrown;
}
