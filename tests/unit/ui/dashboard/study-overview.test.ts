import { describe, expect, it } from 'vitest';
import type { JobKind } from '@/lib/app/job';
import type { BacklogProgress } from '@/lib/app/ports/job-queue';
import { type StudyOverview, troubleOf, workInProgress } from '@/lib/ui/dashboard/study-overview';

const backlog = (kind: JobKind, left: number, total: number, change: Partial<BacklogProgress> = {}) =>
  ({ kind, lane: 'view', left, total, held: false, ...change }) as const;

const overview = (change: Partial<StudyOverview>, backlogs: BacklogProgress[] = []): StudyOverview => ({
  counts: { pages: 3, passages: 40, interests: 2, exercises: 5, reviews: 1 },
  jobs: { waiting: { embed: 0, analyse: 0, refit: 0 }, quarantined: 0 },
  progress: { backlogs, givenUp: [] },
  engine: 'working',
  ...change,
});

describe('work in progress', () => {
  it('is the first step that others wait for, with all of its backlog', () => {
    const [embed, pages, refit] = [backlog('embed', 4, 40), backlog('analyse', 2, 3), backlog('refit', 1, 1)];
    const brought = backlog('embed', 10, 60, { lane: 'import' });
    expect(workInProgress(overview({}, [embed, pages, refit, brought]))).toEqual({
      kind: 'passages',
      left: 14,
      total: 100,
    });
    expect(workInProgress(overview({}, [pages, refit]))).toEqual({ kind: 'pages', left: 2, total: 3 });
    expect(workInProgress(overview({}, [refit]))?.kind).toBe('interests');
  });

  it('leaves out what is held', () => {
    const held = backlog('embed', 10, 60, { lane: 'import', held: true });
    expect(workInProgress(overview({}, [held]))).toBeUndefined();
    expect(workInProgress(overview({}, [held, backlog('analyse', 1, 1)]))?.kind).toBe('pages');
  });

  it('says when passages that are known are worked out anew, unless new ones wait as well', () => {
    const again = backlog('embed', 5, 9, { lane: 'renewal' });
    expect(workInProgress(overview({}, [again]))).toEqual({ kind: 'again', left: 5, total: 9 });
    expect(workInProgress(overview({}, [backlog('embed', 1, 1), again]))?.kind).toBe('passages');
  });

  it('is none when all is done', () => {
    expect(workInProgress(overview({}))).toBeUndefined();
  });

  it('is none while the model cannot be used, since nothing goes on', () => {
    const altered = overview({ engine: 'model-altered' }, [backlog('embed', 4, 4)]);
    expect(workInProgress(altered)).toBeUndefined();
    expect(troubleOf(altered)).toBe('model-altered');
  });

  it('is no trouble before the engine was ever needed', () => {
    expect(troubleOf(overview({ engine: undefined }))).toBeUndefined();
  });
});
