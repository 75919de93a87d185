import type { InterestSummary } from '@/lib/app/ports/library';
import { FEWEST_PASSAGES } from '@/lib/domain/interests/needs-refit';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { t } from '@/lib/ui/i18n';
import { AllowSiteLink } from './AllowSiteLink';
import { Headline } from './Headline';
import { InterestEntry } from './InterestEntry';
import { LiveView } from './LiveView';
import { WorkProgress } from './WorkProgress';

/** What the reading is about, largest first. */
export function InterestsPage({ model }: { model: DashboardModel }) {
  return (
    <LiveView live={model.interests.value}>
      {(interests) => (
        <>
          <InterestsHeadline model={model} interests={interests} />
          <WorkProgress model={model} />
          {interests.map((summary) => (
            <InterestEntry
              key={summary.interest.id}
              summary={summary}
              onForget={(name) =>
                void model.forgetting.ask({ kind: 'interest', interestId: summary.interest.id, name })
              }
            />
          ))}
        </>
      )}
    </LiveView>
  );
}

interface InterestsHeadlineProps {
  model: DashboardModel;
  interests: readonly InterestSummary[];
}

function InterestsHeadline({ model, interests }: InterestsHeadlineProps) {
  const overview = model.overview.value;
  const passages = overview.state === 'ready' ? overview.value.counts.passages : 0;
  if (interests.length > 0) {
    return <Headline>{t('dashboard.interests.headline', { count: interests.length })}</Headline>;
  }
  if (passages >= FEWEST_PASSAGES) {
    return (
      <Headline mark="off" aside={<p>{t('dashboard.interests.sorting-text')}</p>}>
        {t('dashboard.interests.sorting')}
      </Headline>
    );
  }
  return (
    <Headline
      mark="off"
      aside={<p>{t('dashboard.interests.empty-text', { needed: FEWEST_PASSAGES, count: passages })}</p>}
      action={passages === 0 ? <AllowSiteLink /> : undefined}
    >
      {t('dashboard.interests.empty')}
    </Headline>
  );
}
