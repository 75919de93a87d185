import { describe, expect, it } from 'vitest';
import { findTrouble } from '@/lib/ui/study-trouble';

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
