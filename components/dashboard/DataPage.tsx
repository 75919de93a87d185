import './data-page.css';
import { Button } from '@/components/ui/Button';
import type { StudyCounts } from '@/lib/app/ports/library';
import { COUNTED } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { type StudyOverview, troubleOf, workInProgress } from '@/lib/ui/dashboard/study-overview';
import { t, uiLocale } from '@/lib/ui/i18n';
import { Headline } from './Headline';
import { LiveView } from './LiveView';
import { PeriodForm } from './PeriodForm';
import { Preferences } from './Preferences';
import { Section } from './Section';
import { WhereKept } from './WhereKept';
import { WorkProgress } from './WorkProgress';

/** What there is, how it is kept, how Gleaner looks and asks, and the way to be rid of it all. */
export function DataPage({ model }: { model: DashboardModel }) {
  return (
    <>
      <Headline>{t('dashboard.data.headline')}</Headline>
      <WorkProgress model={model} />
      <LiveView live={model.overview.value}>
        {(overview) => (
          <>
            <Section title={t('dashboard.data.counts')}>
              <Counts counts={overview.counts} />
            </Section>
            <Preferences model={model} />
            <Section title={t('dashboard.data.model')}>
              <p>{engineWords(overview)}</p>
            </Section>
            <WhereKept />
            <PeriodForm model={model} />
            <Section title={t('dashboard.data.erase')}>
              <p class="data-page__erase-text">{t('dashboard.data.erase-text')}</p>
              <Button
                variant="danger"
                onClick={() => void model.forgetting.ask({ kind: 'everything', counts: overview.counts })}
              >
                {t('dashboard.data.erase-button')}
              </Button>
            </Section>
          </>
        )}
      </LiveView>
    </>
  );
}

function Counts({ counts }: { counts: StudyCounts }) {
  const format = new Intl.NumberFormat(uiLocale.value);
  return (
    <dl class="data-page__counts tabular">
      {COUNTED.map((kind) => (
        <div key={kind} class="data-page__count">
          <dt>{t(`dashboard.data.${kind}`)}</dt>
          <dd>{format.format(counts[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

function engineWords(overview: StudyOverview): string {
  const trouble = troubleOf(overview);
  if (trouble !== undefined) return t(`common.engine.${trouble}`);
  if (overview.engine === 'loading' || overview.engine === 'working')
    return t(`dashboard.data.engine.${overview.engine}`);
  if (workInProgress(overview) !== undefined) return t('dashboard.data.engine.waiting');
  return t(overview.engine === undefined ? 'dashboard.data.engine.unused' : 'dashboard.data.engine.resting');
}
