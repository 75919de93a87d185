import { MAX_WAITING_JOBS } from '@/lib/app/job';
import type { EngineState } from '@/lib/app/ports/engine-status';
import type { JobCounts } from '@/lib/app/ports/job-queue';
import type { Library, StudyCounts } from '@/lib/app/ports/library';
import { findTrouble, type StudyTrouble } from '@/lib/ui/study-trouble';

/** What every page of the dashboard may need to know. */
export interface StudyOverview {
  readonly counts: StudyCounts;
  readonly jobs: JobCounts;
  /** Absent until the engine has been needed for the first time. */
  readonly engine: EngineState | undefined;
}

export interface OverviewSources {
  readonly library: Library;
  readonly engineState: () => Promise<EngineState | undefined>;
}

export async function loadOverview({ library, engineState }: OverviewSources): Promise<StudyOverview> {
  const [counts, jobs, engine] = await Promise.all([library.counts(), library.jobs(), engineState()]);
  return { counts, jobs, engine };
}

export function troubleOf({ engine, jobs }: StudyOverview): StudyTrouble | undefined {
  const { embed, analyse, refit } = jobs.waiting;
  return findTrouble(engine, embed + analyse + refit, MAX_WAITING_JOBS);
}

/** What is being worked through: `left` of `total` passages (or pages) still to go. */
export interface WorkInProgress {
  readonly kind: 'passages' | 'pages' | 'interests';
  readonly left: number;
  readonly total: number;
}

/** The earliest step that is not through yet, since the later ones wait for it; absent when all is done or nothing can be. */
export function workInProgress(overview: StudyOverview): WorkInProgress | undefined {
  const { counts, jobs } = overview;
  const { embed, analyse, refit } = jobs.waiting;
  if (troubleOf(overview) !== undefined) return undefined;
  if (embed > 0) return { kind: 'passages', left: embed, total: counts.passages };
  if (analyse > 0) return { kind: 'pages', left: analyse, total: counts.pages };
  return refit > 0 ? { kind: 'interests', left: 1, total: 1 } : undefined;
}
