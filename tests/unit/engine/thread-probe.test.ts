import { describe, expect, it } from 'vitest';
import { judgeTrials, knownThreads, threadCandidates, timeBatch } from '@/lib/engine/thread-probe';

describe('threads', () => {
  it.each([
    { isolated: false, cores: 8, candidates: [1] },
    { isolated: true, cores: 1, candidates: [1] },
    { isolated: true, cores: 2, candidates: [1, 2] },
    { isolated: true, cores: 16, candidates: [1, 4] },
  ])('with $cores cores, isolated $isolated, tries $candidates', ({ isolated, cores, candidates }) => {
    expect(threadCandidates(isolated, cores)).toEqual(candidates);
  });

  it('takes the number whose trial was faster', () => {
    expect(judgeTrials({ 1: 110, 2: 60 }, 2)).toEqual({ cores: 2, batchMs: { 1: 110, 2: 60 }, threads: 2 });
    expect(judgeTrials({ 1: 110, 4: 130 }, 8).threads).toBe(1);
  });

  it('trusts a trial only on the device that it was made on', () => {
    const probe = judgeTrials({ 1: 110, 2: 60 }, 2);
    expect(knownThreads(probe, [1, 2], 2)).toBe(2);
    expect(knownThreads(probe, [1, 4], 8)).toBeUndefined();
    expect(knownThreads(undefined, [1, 2], 2)).toBeUndefined();
  });

  it('needs no trial where there is no choice', () => {
    expect(knownThreads(undefined, [1], 2)).toBe(1);
  });

  it('counts the fastest run and not the first, which warms up', async () => {
    const durations = [1, 50, 30, 40];
    let clock = 0;
    const runtime = {
      padId: 1,
      tokenise: () => [],
      run: async () => {
        clock += durations.shift() ?? 0;
        return new Float32Array();
      },
    };
    expect(await timeBatch(runtime, () => clock)).toBe(30);
  });
});
