import { LinkButton } from '@/components/ui/LinkButton';
import { minuteWords } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { hrefOf } from '@/lib/ui/dashboard/route';
import { type StudyOverview, troubleOf, workInProgress } from '@/lib/ui/dashboard/study-overview';
import type { TodayView } from '@/lib/ui/dashboard/today-view';
import { t, uiLocale } from '@/lib/ui/i18n';
import { dueTimeLabel, relativeTime } from '@/lib/ui/interval-label';
import { AllowSiteLink } from './AllowSiteLink';
import { Headline } from './Headline';
import { LiveView } from './LiveView';
import { PageList } from './PageList';
import { Section } from './Section';
import { WorkProgress } from './WorkProgress';

/** What to do now, how today went, and what was read last. */
export function TodayPage({ model }: { model: DashboardModel }) {
  return (
    <LiveView live={model.overview.value}>
      {(overview) => (
        <LiveView live={model.today.value}>
          {(today) =>
            overview.counts.passages === 0 ? (
              <NothingRead />
            ) : (
              <>
                <TodayHeadline today={today} overview={overview} />
                <WorkProgress model={model} />
                <Answers today={today} />
                <Section title={t('dashboard.today.recent')}>
                  <PageList pages={today.recentPages} now={today.now} />
                  <p class="page-list__more">
                    <a href={hrefOf({ name: 'reading' })}>{t('dashboard.today.all-reading')}</a>
                  </p>
                </Section>
              </>
            )
          }
        </LiveView>
      )}
    </LiveView>
  );
}

function NothingRead() {
  return (
    <Headline mark="off" aside={<p>{t('dashboard.today.empty-text')}</p>} action={<AllowSiteLink />}>
      {t('dashboard.today.empty')}
    </Headline>
  );
}

function TodayHeadline({ today, overview }: { today: TodayView; overview: StudyOverview }) {
  const { due, freshToday: fresh } = today;
  const waiting = due + fresh;
  if (waiting > 0) {
    return (
      <Headline
        aside={<p>{t('dashboard.today.mix', { due, fresh, minutes: minuteWords(waiting) })}</p>}
        action={
          <LinkButton href={hrefOf({ name: 'review' })} variant="primary">
            {t('dashboard.today.start')}
          </LinkButton>
        }
      >
        {t('dashboard.today.waiting', { count: waiting })}
      </Headline>
    );
  }
  if (overview.counts.exercises > 0) {
    return <Headline aside={<NextDue today={today} />}>{t('dashboard.today.done')}</Headline>;
  }
  if (workInProgress(overview) !== undefined) return <Headline>{t('dashboard.today.making')}</Headline>;
  // What was read is not to blame for what could not be made of it yet.
  if (troubleOf(overview) !== undefined) return <Headline>{t('dashboard.today.no-exercise')}</Headline>;
  return (
    <Headline aside={<p>{t('dashboard.today.no-exercise-text')}</p>}>
      {t('dashboard.today.no-exercise')}
    </Headline>
  );
}

function NextDue({ today: { nextDueAt, now } }: { today: TodayView }) {
  if (nextDueAt === undefined) return <p>{t('dashboard.today.later')}</p>;
  const when = relativeTime(nextDueAt, now, uiLocale.value);
  const time = dueTimeLabel(nextDueAt, now, uiLocale.value);
  return <p>{t('dashboard.today.next', { when, time })}</p>;
}

function Answers({ today: { answeredToday, correctToday } }: { today: TodayView }) {
  return (
    <Section title={t('dashboard.today.answers')}>
      <p>
        {answeredToday === 0
          ? t('dashboard.today.unanswered')
          : t('dashboard.today.answered', { count: answeredToday, right: correctToday })}
      </p>
    </Section>
  );
}
