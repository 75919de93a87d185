import { describe, expect, it } from 'vitest';
import { createPause } from '@/lib/app/pause-for-others';

/** Work that waits, and what happened in which order. */
function setUp(waiting: (() => Promise<void>)[] = []) {
  let instant = 0;
  const happened: string[] = [];
  const pause = createPause({
    now: () => instant,
    takeTurns: async () => void happened.push('turns'),
    signOfLife: () => void happened.push('alive'),
    urgent: async () => {
      const next = waiting.shift();
      if (!next) return false;
      happened.push('urgent');
      await next();
      return true;
    },
  });
  const pauseAt = (at: number) => {
    instant = at;
    return pause();
  };
  return { happened, pauseAt };
}

describe('createPause', () => {
  it('lets others in only now and then', async () => {
    const { happened, pauseAt } = setUp();
    await pauseAt(10);
    await pauseAt(199);
    expect(happened).toEqual([]);
    await pauseAt(200);
    await pauseAt(210);
    expect(happened).toEqual(['turns', 'alive']);
    await pauseAt(400);
    expect(happened).toEqual(['turns', 'alive', 'turns', 'alive']);
  });

  it('does all urgent work that waits, telling that it lives', async () => {
    const { happened, pauseAt } = setUp([async () => {}, async () => {}]);
    await pauseAt(300);
    expect(happened).toEqual(['turns', 'alive', 'urgent', 'alive', 'urgent', 'alive']);
  });

  it('goes on with the long work when urgent work fails, and leaves it to others from then on', async () => {
    const { happened, pauseAt } = setUp([() => Promise.reject(new Error('no model')), async () => {}]);
    await pauseAt(300);
    await pauseAt(600);
    expect(happened).toEqual(['turns', 'alive', 'urgent', 'turns', 'alive']);
  });
});
