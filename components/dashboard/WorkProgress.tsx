import './work-progress.css';
import { Notice } from '@/components/popup/Notice';
import { Button } from '@/components/ui/Button';
import { ProgressBar } from '@/components/ui/ProgressBar';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import {
  type StudyOverview,
  troubleOf,
  type WorkInProgress,
  workInProgress,
} from '@/lib/ui/dashboard/study-overview';
import { t, uiLocale } from '@/lib/ui/i18n';
import { isOfEngine } from '@/lib/ui/study-trouble';
import { GivenUpWork } from './GivenUpWork';

/** What the engine is doing, or what is in its way; nothing when all is done. */
export function WorkProgress({ model }: { model: DashboardModel }) {
  const overview = model.overview.value;
  if (overview.state !== 'ready') return null;
  return (
    <>
      <Work overview={overview.value} onTryAgain={model.tryAgain} />
      <GivenUpWork model={model} progress={overview.value.progress} />
    </>
  );
}

function Work({ overview, onTryAgain }: { overview: StudyOverview; onTryAgain: () => void }) {
  const trouble = troubleOf(overview);
  const work = workInProgress(overview);
  if (trouble !== undefined) {
    return (
      <div class="work-progress">
        <Notice>
          {t(`common.engine.${trouble}`)}
          {isOfEngine(trouble) && <Button onClick={onTryAgain}>{t('dashboard.given-up.try-again')}</Button>}
        </Notice>
      </div>
    );
  }
  if (work === undefined) return null;
  const label = workWords(work);
  return (
    <div class="work-progress">
      <p class="work-progress__words tabular">
        {label}
        {work.total > work.left && <span class="work-progress__done">{doneWords(work)}</span>}
      </p>
      {work.kind !== 'interests' && (
        <ProgressBar label={label} value={Math.max(0, work.total - work.left)} max={work.total} />
      )}
    </div>
  );
}

function doneWords({ left, total }: WorkInProgress): string {
  const format = new Intl.NumberFormat(uiLocale.value);
  return t('dashboard.work.done', { done: format.format(total - left), total: format.format(total) });
}

function workWords({ kind, left }: WorkInProgress): string {
  return t(`dashboard.work.${kind}`, { count: left });
}
