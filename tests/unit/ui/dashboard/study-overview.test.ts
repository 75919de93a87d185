import { describe, expect, it } from 'vitest';
import { type StudyOverview, troubleOf, workInProgress } from '@/lib/ui/dashboard/study-overview';

const overview = (change: Partial<StudyOverview>, waiting = {}): StudyOverview => ({
  counts: { pages: 3, passages: 40, interests: 2, exercises: 5, reviews: 1 },
  jobs: { waiting: { embed: 0, analyse: 0, refit: 0, ...waiting }, quarantined: 0 },
  engine: 'working',
  ...change,
});

describe('work in progress', () => {
  it('is the first step that others wait for', () => {
    expect(workInProgress(overview({}, { embed: 4, analyse: 2, refit: 1 }))).toEqual({
      kind: 'passages',
      left: 4,
      total: 40,
    });
    expect(workInProgress(overview({}, { analyse: 2, refit: 1 }))).toEqual({
      kind: 'pages',
      left: 2,
      total: 3,
    });
    expect(workInProgress(overview({}, { refit: 1 }))?.kind).toBe('interests');
  });

  it('is none when all is done', () => {
    expect(workInProgress(overview({}))).toBeUndefined();
  });

  it('is none while the model cannot be used, since nothing goes on', () => {
    const altered = overview({ engine: 'model-altered' }, { embed: 4 });
    expect(workInProgress(altered)).toBeUndefined();
    expect(troubleOf(altered)).toBe('model-altered');
  });

  it('is no trouble before the engine was ever needed', () => {
    expect(troubleOf(overview({ engine: undefined }))).toBeUndefined();
  });
});
