import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '@/lib/app/job';
import { pauseWithoutRoom } from '@/lib/app/pause-without-room';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import type { DiskRoomState } from '@/lib/domain/shared/disk-room';

const NOW = 1_000_000;
const JOBS: readonly Job[] = [];

let room: DiskRoomState;
const below = {
  nextDueAt: vi.fn(),
  fail: vi.fn(),
  release: vi.fn(),
  abandon: vi.fn(),
};
const giveBackAll = vi.fn();

function pausing(): JobQueue {
  return pauseWithoutRoom(below as unknown as JobQueue, { gauge: { state: async () => room }, giveBackAll });
}

beforeEach(() => {
  room = 'enough';
  below.nextDueAt.mockResolvedValue(NOW);
  below.release.mockResolvedValue(undefined);
});

describe('a queue while room on the disk is short', () => {
  it('offers nothing, and is to be asked again soon', async () => {
    const queue = pausing();
    expect(await queue.nextDueAt(['embed'], NOW)).toBe(NOW);
    room = 'short';
    expect(await queue.nextDueAt(['embed'], NOW)).toBeGreaterThan(NOW);
    expect(below.nextDueAt).toHaveBeenCalledTimes(1);
  });

  it('gives back once, before it goes on, what was taken and could not be stored', async () => {
    const queue = pausing();
    await queue.nextDueAt(['embed'], NOW);
    expect(giveBackAll).not.toHaveBeenCalled();
    room = 'short';
    await queue.nextDueAt(['embed'], NOW);
    room = 'scarce';
    expect(await queue.nextDueAt(['embed'], NOW + 1)).toBe(NOW);
    expect(await queue.nextDueAt(['embed'], NOW + 2)).toBe(NOW);
    expect(giveBackAll.mock.calls).toEqual([[NOW + 1]]);
  });

  it('takes no attempt from a job that fails, nor from one whose worker is lost', async () => {
    const queue = pausing();
    room = 'short';
    below.release.mockRejectedValue(new DOMException('', 'UnknownError'));
    await queue.fail(JOBS, 'UnknownError: ', NOW);
    await queue.abandon('owner', 'gone', NOW);
    expect(below.release).toHaveBeenCalledWith(JOBS, NOW);
    expect(below.fail).not.toHaveBeenCalled();
    expect(below.abandon).not.toHaveBeenCalled();
  });

  it('counts failures as ever while there is room', async () => {
    const queue = pausing();
    await queue.fail(JOBS, 'Error: ', NOW);
    await queue.abandon('owner', 'gone', NOW);
    expect(below.fail).toHaveBeenCalledWith(JOBS, 'Error: ', NOW);
    expect(below.abandon).toHaveBeenCalledWith('owner', 'gone', NOW);
  });
});
