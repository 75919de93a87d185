import { describe, expect, it } from 'vitest';
import { findTrouble, worstTrouble } from '@/lib/ui/study-trouble';

describe('findTrouble', () => {
  it.each(['model-missing', 'model-altered', 'failed'] as const)('passes %s on', (state) => {
    expect(findTrouble(state, 0, 10)).toBe(state);
  });

  it.each(['idle', 'loading', 'working', undefined] as const)('sees none while the engine is %s', (state) => {
    expect(findTrouble(state, 9, 10)).toBeUndefined();
  });

  it('says when no more passages are taken', () => {
    expect(findTrouble('working', 10, 10)).toBe('queue-full');
  });

  it('names the cause rather than the queue that grows from it', () => {
    expect(findTrouble('model-missing', 10, 10)).toBe('model-missing');
  });
});

describe('worstTrouble', () => {
  it.each([
    [undefined, 'enough', undefined],
    ['model-missing', 'enough', 'model-missing'],
    ['model-missing', 'scarce', 'model-missing'],
    ['model-missing', 'short', 'disk-short'],
    [undefined, 'scarce', 'disk-scarce'],
  ] as const)('of %s and a disk with %s room is %s', (trouble, room, worst) => {
    expect(worstTrouble(trouble, room)).toBe(worst);
  });
});
