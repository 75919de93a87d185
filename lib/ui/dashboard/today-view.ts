import type { Library, PageSummary, StudyToday } from '@/lib/app/ports/library';
import type { ReviewStore } from '@/lib/app/ports/review-store';
import type { SettingsStore } from '@/lib/app/ports/settings';
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
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly clock: Clock;
  readonly utcOffsetMinutes: () => number;
}

const RECENT_PAGES = 5;

export async function loadToday(sources: TodaySources): Promise<TodayView> {
  const now = sources.clock();
  const studyDay = studyDayOf(now, sources.utcOffsetMinutes());
  const { newPerDay } = await sources.settings.read();
  const [today, asked, recentPages] = await Promise.all([
    sources.library.today(now, studyDay),
    sources.reviews.countFreshAsked(studyDay),
    sources.library.pages({ limit: RECENT_PAGES }),
  ]);
  const freshToday = Math.min(today.fresh, Math.max(0, newPerDay - asked));
  return { ...today, now, freshToday, recentPages };
}
