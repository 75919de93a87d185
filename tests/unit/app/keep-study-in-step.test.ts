import { describe, expect, it, vi } from 'vitest';
import { keepStudyInStep } from '@/lib/app/keep-study-in-step';

const NOW = 1_000_000;

async function keep(stored: { due?: number; nextDueAt?: number; waiting?: number }) {
  const ports = {
    reviews: { countDue: async () => stored.due ?? 0, nextDueAt: async () => stored.nextDueAt },
    queue: {
      counts: async () => ({ waiting: { embed: 0, analyse: stored.waiting ?? 0, refit: 0 }, quarantined: 3 }),
    },
    showDue: vi.fn(async () => undefined),
    wakeEngine: vi.fn(async () => undefined),
    comeBackAt: vi.fn(async () => undefined),
    now: () => NOW,
  };
  await keepStudyInStep(ports);
  return ports;
}

describe('keepStudyInStep', () => {
  it('shows what is due and comes back when more will be', async () => {
    const { showDue, comeBackAt, wakeEngine } = await keep({ due: 4, nextDueAt: NOW + 3_600_000 });
    expect(showDue).toHaveBeenCalledWith(4);
    expect(comeBackAt).toHaveBeenCalledWith(NOW + 3_600_000);
    expect(wakeEngine).not.toHaveBeenCalled();
  });

  it('wakes the engine while jobs wait, and looks after it soon', async () => {
    const { wakeEngine, comeBackAt } = await keep({ waiting: 1, nextDueAt: NOW + 3_600_000 });
    expect(wakeEngine).toHaveBeenCalledTimes(1);
    expect(comeBackAt).toHaveBeenCalledWith(NOW + 120_000);
  });

  it('comes back at the earlier of both, and never when nothing will happen', async () => {
    expect((await keep({ waiting: 1, nextDueAt: NOW + 5 })).comeBackAt).toHaveBeenCalledWith(NOW + 5);
    expect((await keep({})).comeBackAt).toHaveBeenCalledWith(undefined);
  });

  it('has looked after the next visit before it wakes an engine that may fail', async () => {
    const order: string[] = [];
    const ports = {
      reviews: { countDue: async () => 0, nextDueAt: async () => undefined },
      queue: { counts: async () => ({ waiting: { embed: 1, analyse: 0, refit: 0 }, quarantined: 0 }) },
      showDue: async () => undefined,
      comeBackAt: async () => void order.push('alarm'),
      wakeEngine: () => Promise.reject(new Error('no document')),
      now: () => NOW,
    };
    await expect(keepStudyInStep(ports)).rejects.toThrow('no document');
    expect(order).toEqual(['alarm']);
  });
});
