import type { JobKind } from '@/lib/app/job';
import { MAX_WAITING_JOBS } from '@/lib/app/job';
import type { EngineState } from '@/lib/app/ports/engine-status';
import type { JobCounts, JobProgress } from '@/lib/app/ports/job-queue';
import type { Library, StudyCounts } from '@/lib/app/ports/library';
import { findTrouble, type StudyTrouble } from '@/lib/ui/study-trouble';
import type { WorkEnvironment } from './given-up-model';

/** What every page of the dashboard may need to know. */
export interface StudyOverview {
  readonly counts: StudyCounts;
  readonly jobs: JobCounts;
  readonly progress: JobProgress;
  /** Absent until the engine has been needed for the first time. */
  readonly engine: EngineState | undefined;
}

export interface OverviewSources {
  readonly library: Library;
  readonly engineState: () => Promise<EngineState | undefined>;
  readonly work: Pick<WorkEnvironment, 'progress'>;
}

export async function loadOverview({ library, engineState, work }: OverviewSources): Promise<StudyOverview> {
  const [counts, jobs, progress, engine] = await Promise.all([
    library.counts(),
    library.jobs(),
    work.progress(),
    engineState(),
  ]);
  return { counts, jobs, progress, engine };
}

export function troubleOf({ engine, jobs }: StudyOverview): StudyTrouble | undefined {
  const { embed, analyse, refit } = jobs.waiting;
  return findTrouble(engine, embed + analyse + refit, MAX_WAITING_JOBS);
}

/**
 * What is being worked through: `left` of `total` passages (or pages) still to go. `again` is passages that are known, after
 * an update of the model or damage to the store.
 */
export interface WorkInProgress {
  readonly kind: 'passages' | 'again' | 'pages' | 'interests';
  readonly left: number;
  readonly total: number;
}

/** The earliest step that is not through yet, since the later ones wait for it; absent when all is done or nothing can be. */
export function workInProgress(overview: StudyOverview): WorkInProgress | undefined {
  if (troubleOf(overview) !== undefined) return undefined;
  for (const [step, kind] of STEPS) {
    const backlogs = overview.progress.backlogs.filter((backlog) => backlog.kind === step && !backlog.held);
    if (backlogs.length === 0) continue;
    const left = backlogs.reduce((sum, backlog) => sum + backlog.left, 0);
    const total = backlogs.reduce((sum, backlog) => sum + backlog.total, 0);
    const isAgain = kind === 'passages' && backlogs.every(({ lane }) => lane === 'renewal');
    return { kind: isAgain ? 'again' : kind, left, total };
  }
  return undefined;
}

const STEPS: readonly (readonly [JobKind, 'passages' | 'pages' | 'interests'])[] = [
  ['embed', 'passages'],
  ['analyse', 'pages'],
  ['refit', 'interests'],
];
