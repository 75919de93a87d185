import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWorkLoop } from '@/lib/engine/work-loop';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 120_000;

/** A loop over a list of instants at which pieces of work become due. */
function createFakes(dueAt: number[], onStep: () => Promise<void> = async () => {}) {
  const log: string[] = [];
  const loop = createWorkLoop({
    nextDueAt: async () => dueAt[0],
    step: async () => {
      await onStep();
      const taken = dueAt.shift();
      log.push(`did ${taken}`);
      return taken !== undefined;
    },
    onBusy: async () => {
      log.push('busy');
    },
    onDry: async () => {
      log.push('dry');
    },
    onFailure: async (thrown) => {
      log.push(`failed: ${thrown instanceof Error ? thrown.message : thrown}`);
    },
    now: () => Date.now(),
  });
  return { loop, log };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the work loop', () => {
  it('does all that is due and says when it is done', async () => {
    const { loop, log } = createFakes([0, 0]);
    loop.wake();
    await settle();
    expect(log).toEqual(['busy', 'did 0', 'did 0', 'dry']);
  });

  it('says nothing when there was nothing to do', async () => {
    const { loop, log } = createFakes([]);
    loop.wake();
    await settle();
    expect(log).toEqual([]);
  });

  it('comes back by itself when the next piece is due', async () => {
    const { loop, log } = createFakes([0, 5_000]);
    loop.wake();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(log).toEqual(['busy', 'did 0', 'dry']);
    await vi.advanceTimersByTimeAsync(1);
    expect(log.slice(3)).toEqual(['busy', 'did 5000', 'dry']);
  });

  it('is at rest only when nothing waits, not even for later', async () => {
    const due = [0, 5_000];
    const { loop } = createFakes(due);
    expect(loop.isAtRest()).toBe(true);
    loop.wake();
    expect(loop.isAtRest()).toBe(false);
    await settle();
    expect(due).toEqual([5_000]);
    expect(loop.isAtRest()).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(due).toEqual([]);
    expect(loop.isAtRest()).toBe(true);
  });

  it('does not forget a nudge that comes while it works', async () => {
    const due = [0];
    const { loop, log } = createFakes(due);
    loop.wake();
    loop.wake();
    await settle();
    due.push(0);
    loop.wake();
    await settle();
    expect(log.filter((line) => line.startsWith('did'))).toHaveLength(2);
  });

  it('works on one piece at a time however often it is nudged', async () => {
    let open = 0;
    let most = 0;
    const { loop, log } = createFakes([0, 0, 0], async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 10));
      open -= 1;
    });
    for (let i = 0; i < 10; i++) loop.wake();
    await vi.advanceTimersByTimeAsync(100);
    expect(log.filter((line) => line.startsWith('did'))).toHaveLength(3);
    expect(most).toBe(1);
  });

  describe('after a failure', () => {
    const failWhile = (isBroken: () => boolean, dueAt = [0]) =>
      createFakes(dueAt, async () => {
        if (isBroken()) throw new Error('no model');
      });

    it('pauses, whoever nudges, and then tries again', async () => {
      let broken = true;
      const { loop, log } = failWhile(() => broken);
      loop.wake();
      await settle();
      broken = false;
      loop.wake();
      await vi.advanceTimersByTimeAsync(FIRST_PAUSE_MS - 1);
      expect(log).toEqual(['busy', 'failed: no model']);
      expect(loop.isAtRest()).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(log.slice(2)).toEqual(['busy', 'did 0', 'dry']);
    });

    it('pauses longer with each further one, up to a limit', async () => {
      const { loop, log } = failWhile(() => true);
      loop.wake();
      const countAfter = async (durationMs: number) => {
        await vi.advanceTimersByTimeAsync(durationMs);
        return log.filter((line) => line.startsWith('failed')).length;
      };
      expect(await countAfter(FIRST_PAUSE_MS)).toBe(2);
      expect(await countAfter(FIRST_PAUSE_MS)).toBe(2);
      expect(await countAfter(3 * FIRST_PAUSE_MS)).toBe(3);
      await vi.advanceTimersByTimeAsync(4 * LONGEST_PAUSE_MS);
      const before = await countAfter(0);
      expect(await countAfter(LONGEST_PAUSE_MS)).toBe(before + 1);
    });

    it('begins with a short pause again once something was done', async () => {
      const broken = [true, true, false, true, false];
      const { loop, log } = failWhile(() => broken.shift() ?? false, [0, 0]);
      loop.wake();
      await vi.advanceTimersByTimeAsync(5 * FIRST_PAUSE_MS);
      expect(log.filter((line) => line.startsWith('failed'))).toHaveLength(3);
      await vi.advanceTimersByTimeAsync(FIRST_PAUSE_MS);
      expect(log.at(-1)).toBe('dry');
    });

    it('tries again at once when it is told to', async () => {
      let broken = true;
      const { loop, log } = failWhile(() => broken);
      loop.wake();
      await settle();
      broken = false;
      loop.tryAgain();
      await settle();
      expect(log.slice(2)).toEqual(['busy', 'did 0', 'dry']);
    });

    it('says so when there is nothing left to fail at', async () => {
      const due = [0];
      const { loop, log } = failWhile(() => true, due);
      loop.wake();
      await settle();
      due.pop();
      await vi.advanceTimersByTimeAsync(FIRST_PAUSE_MS);
      expect(log).toEqual(['busy', 'failed: no model', 'dry']);
    });

    it('works on one piece at a time though it is told to try again', async () => {
      const { loop, log } = createFakes([0, 0]);
      loop.tryAgain();
      loop.tryAgain();
      await settle();
      expect(log).toEqual(['busy', 'did 0', 'did 0', 'dry']);
    });
  });
});
