import type { CaptureDecision } from '@/lib/domain/reading/capture-decision';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** Decisions of one kind about one site that followed each other on one day. */
export interface LogEntry {
  readonly origin: string;
  readonly decision: CaptureDecision['decision'];
  readonly reason: CaptureDecision['reason'];
  /** New passages of all of them; 0 when nothing was kept. */
  readonly passages: number;
  readonly times: number;
  /** When the last of them fell. */
  readonly at: EpochMs;
}

export interface LogDay {
  /** An instant of the day. */
  readonly at: EpochMs;
  readonly entries: readonly LogEntry[];
}

/** Decisions by local calendar day, those that repeat each other put together. */
export function groupDecisions(newestFirst: readonly CaptureDecision[]): LogDay[] {
  const days: { at: EpochMs; entries: LogEntry[] }[] = [];
  for (const decision of newestFirst) {
    const day = days.at(-1);
    if (day === undefined || !isSameDay(day.at, decision.at)) {
      days.push({ at: decision.at, entries: [entryOf(decision)] });
      continue;
    }
    const last = day.entries.at(-1);
    if (last !== undefined && isAlike(last, decision)) day.entries.splice(-1, 1, join(last, decision));
    else day.entries.push(entryOf(decision));
  }
  return days;
}

function entryOf(decision: CaptureDecision): LogEntry {
  const { origin, reason, at } = decision;
  const passages = decision.decision === 'captured' ? decision.passages : 0;
  return { origin, decision: decision.decision, reason, passages, times: 1, at };
}

function join(entry: LogEntry, earlier: CaptureDecision): LogEntry {
  return { ...entry, passages: entry.passages + entryOf(earlier).passages, times: entry.times + 1 };
}

function isAlike(entry: LogEntry, { origin, reason }: CaptureDecision): boolean {
  return entry.origin === origin && entry.reason === reason;
}

function isSameDay(a: EpochMs, b: EpochMs): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
