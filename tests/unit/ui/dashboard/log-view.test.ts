import { describe, expect, it } from 'vitest';
import type { CaptureDecision } from '@/lib/domain/reading/capture-decision';
import { groupDecisions } from '@/lib/ui/dashboard/log-view';

const NOON = new Date(2026, 2, 2, 12).getTime();
const HOUR = 3_600_000;

const kept = (at: number, passages: number, origin = 'http://a.test'): CaptureDecision => ({
  at,
  origin,
  decision: 'captured',
  reason: 'read',
  passages,
});
const refused = (at: number, origin = 'http://a.test'): CaptureDecision => ({
  at,
  origin,
  decision: 'refused',
  reason: 'paused',
});

describe('decisions put together', () => {
  it('are none when there are none', () => {
    expect(groupDecisions([])).toEqual([]);
  });

  it('add up while they are alike', () => {
    const [day] = groupDecisions([kept(NOON, 2), kept(NOON - 1, 3), kept(NOON - 2, 4)]);
    expect(day?.entries).toEqual([
      { origin: 'http://a.test', decision: 'captured', reason: 'read', passages: 9, times: 3, at: NOON },
    ]);
  });

  it('stay apart by site, by reason and by what came between', () => {
    const decisions = [
      kept(NOON, 1),
      refused(NOON - 1),
      kept(NOON - 2, 1),
      kept(NOON - 3, 1, 'http://b.test'),
    ];
    expect(groupDecisions(decisions)[0]?.entries.map(({ times }) => times)).toEqual([1, 1, 1, 1]);
  });

  it('stay apart by local day', () => {
    const days = groupDecisions([kept(NOON, 1), kept(NOON - 13 * HOUR, 1), kept(NOON - 14 * HOUR, 1)]);
    expect(days.map(({ entries }) => entries.map(({ times }) => times))).toEqual([[1], [2]]);
  });
});
