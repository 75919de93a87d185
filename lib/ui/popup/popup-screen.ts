import { MAX_WAITING_JOBS } from '@/lib/app/job';
import type { GradedStep, StudySession } from '@/lib/app/ports/snapshot';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Live } from '@/lib/ui/live-signal';
import { findTrouble, type StudyTrouble } from '@/lib/ui/study-trouble';
import type { Question } from './question';
import type { StudySituation } from './study';

export interface RoundSummary {
  readonly answered: number;
  readonly right: number;
  /** Answers that were wrong or hard, for another look. */
  readonly missed: readonly GradedStep[];
}

/** What the popup shows below its header. */
export type PopupScreen =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'question';
      readonly question: Question;
      readonly position: number;
      readonly total: number;
    }
  | {
      readonly kind: 'end';
      readonly summary: RoundSummary;
      readonly nextDueAt: EpochMs | undefined;
      /** Questions that could be asked right away. */
      readonly more: number;
    }
  | { readonly kind: 'nothing-read' }
  | { readonly kind: 'learning'; readonly waitingJobs: number }
  | { readonly kind: 'no-exercise' }
  | { readonly kind: 'nothing-due'; readonly nextDueAt: EpochMs | undefined }
  | { readonly kind: 'failed'; readonly reason: string };

export interface ScreenInput {
  readonly question: Question | undefined;
  readonly session: StudySession | undefined;
  /** Whether the round ended while this popup was open; an old end says nothing new. */
  readonly justEnded: boolean;
  readonly situation: Live<StudySituation>;
}

export function chooseScreen({ question, session, justEnded, situation }: ScreenInput): PopupScreen {
  if (question !== undefined && session !== undefined) {
    const { position, exerciseIds } = session;
    return { kind: 'question', question, position: position + 1, total: exerciseIds.length };
  }
  if (situation.state === 'failed') return { kind: 'failed', reason: reasonOf(situation.error) };
  const known = situation.state === 'ready' ? situation.value : undefined;
  if (justEnded && session !== undefined && session.steps.length > 0) {
    const more = known?.session.exerciseIds.length ?? 0;
    return { kind: 'end', summary: summarise(session), nextDueAt: known?.session.nextDueAt, more };
  }
  return known === undefined ? { kind: 'opening' } : emptyScreen(known);
}

function emptyScreen({ session, exerciseCount, passageCount, waitingJobs }: StudySituation): PopupScreen {
  if (session.exerciseIds.length > 0) return { kind: 'opening' };
  if (exerciseCount > 0) return { kind: 'nothing-due', nextDueAt: session.nextDueAt };
  if (waitingJobs > 0) return { kind: 'learning', waitingJobs };
  return passageCount > 0 ? { kind: 'no-exercise' } : { kind: 'nothing-read' };
}

function summarise({ steps }: StudySession): RoundSummary {
  const graded = steps.filter((step) => step.kind === 'graded');
  return {
    answered: graded.length,
    right: graded.filter(({ correct }) => correct).length,
    missed: graded.filter(({ rating }) => rating === 'again'),
  };
}

/** The name of an error says what happened without any of the learner's text. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

export function studyTrouble(situation: Live<StudySituation>): StudyTrouble | undefined {
  if (situation.state !== 'ready') return undefined;
  const { engine, waitingJobs } = situation.value;
  return findTrouble(engine, waitingJobs, MAX_WAITING_JOBS);
}
