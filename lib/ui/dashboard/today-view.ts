import type { Library, PageSummary, StudyToday } from '@/lib/app/ports/library';
import type { ReviewStore } from '@/lib/app/ports/review-store';
import { studyDayOf } from '@/lib/domain/scheduling/study-day';
import type { Clock, EpochMs } from '@/lib/domain/shared/clock';

export interface TodayView extends StudyToday {
  readonly now: EpochMs;
  /** New exercises that today's allowance still has room for. */
  readonly freshToday: number;
  readonly recentPages: readonly PageSummary[];
}

export interface TodaySources {
  readonly library: Library;
  readonly reviews: Pick<ReviewStore, 'countFreshAsked'>;
  readonly clock: Clock;
  readonly utcOffsetMinutes: () => number;
}

const RECENT_PAGES = 5;

/**
 * @param newPerDay new exercises asked a day at most; an argument, since a live query that waits for anything but the
 *   database no longer notices its changes
 */
export async function loadToday(sources: TodaySources, newPerDay: number): Promise<TodayView> {
  const now = sources.clock();
  const studyDay = studyDayOf(now, sources.utcOffsetMinutes());
  const [today, asked, recentPages] = await Promise.all([
    sources.library.today(now, studyDay),
    sources.reviews.countFreshAsked(studyDay),
    sources.library.pages({ limit: RECENT_PAGES }),
  ]);
  const freshToday = Math.min(today.fresh, Math.max(0, newPerDay - asked));
  return { ...today, now, freshToday, recentPages };
}
