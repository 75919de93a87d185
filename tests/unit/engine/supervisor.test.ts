import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EncoderError } from '@/lib/app/ports/encoder';
import { createSupervisor } from '@/lib/engine/supervisor';
import type { Wear } from '@/lib/engine/wear';
import type { SignOfLife, WorkerInstance } from '@/lib/engine/worker-tenure';

const START_MS = 60_000;
const SILENCE_MS = 20_000;
const IDLE_MS = 300_000;

interface Api {
  answer(): Promise<string>;
}

interface FakeWorker extends WorkerInstance<Api> {
  readonly signOfLife: SignOfLife;
  readonly breakDown: (reason: Error) => void;
  ended: boolean;
}

/** What a worker does: each entry of the plan is one worker's life. */
interface Plan {
  readonly ready?: () => Promise<unknown>;
  readonly answer?: () => Promise<string>;
}

const never = () => new Promise<never>(() => {});

function createFakes(plans: readonly Plan[]) {
  const workers: FakeWorker[] = [];
  const losses: string[] = [];
  const supervisor = createSupervisor<Api>({
    spawn(signOfLife) {
      const plan = plans[workers.length] ?? {};
      let breakDown: (reason: Error) => void = () => {};
      const failure = new Promise<never>((_, reject) => {
        breakDown = reject;
      });
      const worker: FakeWorker = {
        api: { answer: plan.answer ?? (async () => `worker ${workers.length}`) },
        ready: plan.ready?.() ?? Promise.resolve(),
        failure,
        signOfLife,
        breakDown,
        ended: false,
        terminate() {
          worker.ended = true;
        },
      };
      workers.push(worker);
      return worker;
    },
    newOwner: () => `owner-${workers.length + 1}`,
    onLoss: async (owner, reason) => {
      losses.push(`${owner}: ${reason}`);
    },
    startMs: START_MS,
    silenceMs: SILENCE_MS,
    wearLimits: { batches: 500, grownBytes: 200 },
    idleMs: IDLE_MS,
  });
  const ask = () => supervisor.run((api) => api.answer());
  return { supervisor, workers, losses, ask };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the supervisor', () => {
  it('starts a worker with the first call and keeps it for the next', async () => {
    const { ask, workers } = createFakes([]);
    expect(workers).toHaveLength(0);
    expect(await ask()).toBe('worker 1');
    expect(await ask()).toBe('worker 1');
  });

  it('replaces a silent worker and asks the next one', async () => {
    const { ask, workers, losses } = createFakes([{ answer: never }]);
    const answer = ask();
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe('worker 2');
    expect(workers.map((worker) => worker.ended)).toEqual([true, false]);
    expect(losses).toEqual([expect.stringMatching(/^owner-1: .*no answer/)]);
  });

  it('is patient with a worker that gives signs of life', async () => {
    const { ask, workers } = createFakes([{ answer: never }]);
    void ask().catch(() => {});
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
      workers[0]?.signOfLife();
    }
    expect(workers).toHaveLength(1);
  });

  it('allows a start more time than an answer', async () => {
    const slowStart = () => new Promise((resolve) => setTimeout(resolve, 2 * SILENCE_MS));
    const { ask, workers } = createFakes([{ ready: slowStart }]);
    const answer = ask();
    await vi.advanceTimersByTimeAsync(2 * SILENCE_MS);
    expect(await answer).toBe('worker 1');
    expect(workers).toHaveLength(1);
  });

  it('ends a worker that hangs while it starts', async () => {
    const { ask, workers } = createFakes([{ ready: never }]);
    const answer = ask();
    await vi.advanceTimersByTimeAsync(START_MS);
    expect(await answer).toBe('worker 2');
    expect(workers[0]?.ended).toBe(true);
  });

  it('gives up after the second loss', async () => {
    const broken = { ready: () => Promise.reject(new Error('no memory')) };
    const { ask, workers, losses } = createFakes([broken, broken]);
    await expect(ask()).rejects.toMatchObject({ name: 'engine-failed', message: 'no memory' });
    expect(workers.map((worker) => worker.ended)).toEqual([true, true]);
    expect(losses).toHaveLength(2);
    expect(await ask()).toBe('worker 3');
  });

  it('does not try again when the model is missing', async () => {
    const missing = { ready: () => Promise.reject(new EncoderError('model-missing', 'gone')) };
    const { ask, workers } = createFakes([missing]);
    await expect(ask()).rejects.toMatchObject({ name: 'model-missing' });
    expect(workers.map((worker) => worker.ended)).toEqual([true]);
  });

  it('keeps a worker that reports the failure of another', async () => {
    const { ask, workers, losses } = createFakes([
      { answer: () => Promise.reject(new EncoderError('engine-failed', 'the other one')) },
    ]);
    await expect(ask()).rejects.toMatchObject({ name: 'engine-failed' });
    expect(workers.map((worker) => worker.ended)).toEqual([false]);
    expect(losses).toEqual([]);
  });

  it('reports one loss for all the calls that were open, and tries each again', async () => {
    const { ask, workers, losses } = createFakes([{ answer: never }]);
    const answers = Promise.all([ask(), ask(), ask()]);
    await vi.advanceTimersByTimeAsync(0);
    workers[0]?.breakDown(new Error('crashed'));
    expect(await answers).toEqual(['worker 2', 'worker 2', 'worker 2']);
    expect(losses).toEqual(['owner-1: crashed']);
  });

  it('replaces a worker that broke while nobody called it, and can still try a second one', async () => {
    const { ask, workers, losses } = createFakes([
      {},
      { ready: () => Promise.reject(new Error('no memory')) },
    ]);
    await ask();
    workers[0]?.breakDown(new Error('crashed'));
    await vi.advanceTimersByTimeAsync(0);
    expect(await ask()).toBe('worker 3');
    expect(losses).toEqual(['owner-1: crashed', 'owner-2: no memory']);
  });

  it('ends an idle worker and starts another when needed', async () => {
    const { supervisor, ask, workers, losses } = createFakes([]);
    await ask();
    expect(supervisor.hasWorker()).toBe(true);
    await vi.advanceTimersByTimeAsync(IDLE_MS);
    expect(workers[0]?.ended).toBe(true);
    expect(supervisor.hasWorker()).toBe(false);
    expect(losses).toEqual([]);
    expect(await ask()).toBe('worker 2');
  });

  it('stops in the middle of a call', async () => {
    const { supervisor, ask, workers } = createFakes([{ answer: never }]);
    const answer = ask();
    const refused = expect(answer).rejects.toMatchObject({ name: 'aborted' });
    await vi.advanceTimersByTimeAsync(0);
    supervisor.stop();
    await refused;
    expect(workers.map((worker) => worker.ended)).toEqual([true]);
  });

  describe('of a worker that has worked much', () => {
    const STARTED: Wear = { batches: 0, memoryBytes: 100 };

    it.each([
      { after: 'many batches', wear: { batches: 500, memoryBytes: 100 } },
      { after: 'much growth', wear: { batches: 1, memoryBytes: 300 } },
    ])('puts another in its place after $after, once it has answered', async ({ wear }) => {
      const { ask, workers, losses } = createFakes([]);
      await ask();
      workers[0]?.signOfLife(STARTED);
      workers[0]?.signOfLife(wear);
      expect(await ask()).toBe('worker 1');
      expect(workers[0]?.ended).toBe(true);
      expect(await ask()).toBe('worker 2');
      expect(losses).toEqual([]);
    });

    it('keeps one that has not', async () => {
      const { ask, workers } = createFakes([]);
      await ask();
      workers[0]?.signOfLife(STARTED);
      workers[0]?.signOfLife({ batches: 499, memoryBytes: 299 });
      await ask();
      expect(await ask()).toBe('worker 1');
      expect(workers[0]?.ended).toBe(false);
    });

    it('lets it finish what it has begun', async () => {
      const slow = () => new Promise<string>((resolve) => setTimeout(resolve, 1_000, 'slow'));
      const { supervisor, ask, workers, losses } = createFakes([{ answer: slow }]);
      const slowAnswer = ask();
      await vi.advanceTimersByTimeAsync(0);
      workers[0]?.signOfLife(STARTED);
      workers[0]?.signOfLife({ batches: 500, memoryBytes: 100 });
      await supervisor.run(async () => 'quick');
      expect(await ask()).toBe('worker 2');
      expect(workers.map((worker) => worker.ended)).toEqual([false, false]);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await slowAnswer).toBe('slow');
      expect(workers.map((worker) => worker.ended)).toEqual([true, false]);
      expect(losses).toEqual([]);
    });

    it('stops it with the other', async () => {
      const { supervisor, ask, workers } = createFakes([{ answer: never }]);
      const refused = expect(ask()).rejects.toMatchObject({ name: 'aborted' });
      await vi.advanceTimersByTimeAsync(0);
      workers[0]?.signOfLife(STARTED);
      workers[0]?.signOfLife({ batches: 500, memoryBytes: 100 });
      await supervisor.run(async () => 'quick');
      await ask();
      supervisor.stop();
      await refused;
      expect(workers.map((worker) => worker.ended)).toEqual([true, true]);
    });
  });
});
