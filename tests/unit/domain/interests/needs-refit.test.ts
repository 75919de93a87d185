import { describe, expect, it } from 'vitest';
import { needsRefit } from '@/lib/domain/interests/needs-refit';
import { buildInterest } from '@/tests/support/study-rows';

const named = [buildInterest()];

describe('needsRefit', () => {
  it('waits for six passages', () => {
    expect(needsRefit(5, undefined, [])).toBe(false);
    expect(needsRefit(6, undefined, [])).toBe(true);
  });

  it('does not try again while nothing has changed', () => {
    expect(needsRefit(7, 7, [])).toBe(false);
    expect(needsRefit(8, 7, [])).toBe(true);
  });

  it('asks for eight passages and a fifth more', () => {
    expect(needsRefit(17, 10, named)).toBe(false);
    expect(needsRefit(18, 10, named)).toBe(true);
    expect(needsRefit(119, 100, named)).toBe(false);
    expect(needsRefit(120, 100, named)).toBe(true);
  });

  it('counts deletions like additions', () => {
    expect(needsRefit(30, 40, named)).toBe(true);
  });

  it('names an interest that has no label yet', () => {
    expect(needsRefit(10, 10, [...named, buildInterest({ labels: {} })])).toBe(true);
  });
});
