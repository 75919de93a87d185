import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interleave } from '@/lib/domain/scheduling/interleave';
import { DAY_MS, newMemory, previewRatings } from '@/lib/domain/scheduling/scheduler';
import { byUrgency, orderSession, takeTurns } from '@/lib/domain/scheduling/session';

const NOON = Date.UTC(2026, 2, 2, 12);
const identity = (group: string): string => group;

describe('interleave', () => {
  it('keeps the given order while groups differ anyway', () => {
    expect(interleave(['a', 'b', 'a', 'c'], identity)).toEqual(['a', 'b', 'a', 'c']);
  });

  it('begins with another group than the one asked before', () => {
    expect(interleave(['a', 'b', 'a', 'b'], identity, 'a')).toEqual(['b', 'a', 'b', 'a']);
  });

  it('lets neighbours differ whenever that is possible', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }), (groups) => {
        const ordered = interleave(groups, identity);
        expect([...ordered].sort()).toEqual([...groups].sort());
        const largest = Math.max(0, ...['a', 'b', 'c', 'd'].map((g) => groups.filter((x) => x === g).length));
        const touching = ordered.filter((group, index) => index > 0 && group === ordered[index - 1]).length;
        const unavoidable = Math.max(0, largest - (groups.length - largest) - 1);
        expect(touching).toBe(unavoidable);
      }),
    );
  });
});

describe('byUrgency', () => {
  it('asks first what is most likely forgotten, not what is longest overdue', () => {
    const easy = previewRatings(newMemory(NOON), NOON).easy.memory;
    const hard = previewRatings(newMemory(NOON), NOON).hard.memory;
    const now = NOON + 10 * DAY_MS;
    const solid = { id: 'solid', memory: { ...easy, dueAt: NOON - 5 * DAY_MS } };
    const weak = { id: 'weak', memory: { ...hard, dueAt: NOON + 9 * DAY_MS } };
    expect(byUrgency([solid, weak], now).map(({ id }) => id)).toEqual(['weak', 'solid']);
  });
});

describe('orderSession', () => {
  it('asks due exercises before new ones and mixes interests across the seam', () => {
    const due = [
      { id: 'd1', group: 'bread' },
      { id: 'd2', group: 'bread' },
      { id: 'd3', group: 'stars' },
    ];
    const fresh = [
      { id: 'n1', group: 'bread' },
      { id: 'n2', group: 'stars' },
    ];
    expect(orderSession(due, fresh)).toEqual(['d1', 'd3', 'd2', 'n2', 'n1']);
  });
});

describe('takeTurns', () => {
  const groupOf = (item: string) => item.charAt(0);

  it('gives every group a turn before any gets a second one', () => {
    expect(takeTurns(['a1', 'a2', 'a3', 'b1', 'c1', 'c2'], groupOf, 4)).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it('takes what there is when there is too little', () => {
    expect(takeTurns(['a1', 'a2'], groupOf, 5)).toEqual(['a1', 'a2']);
    expect(takeTurns([], groupOf, 5)).toEqual([]);
    expect(takeTurns(['a1'], groupOf, -1)).toEqual([]);
  });
});
