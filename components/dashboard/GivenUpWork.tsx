import './given-up-work.css';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import type { JobProgress } from '@/lib/app/ports/job-queue';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { countGivenUp } from '@/lib/ui/dashboard/given-up-model';
import { t } from '@/lib/ui/i18n';

/** What could not be worked through and why, with the way to try it again, and how that went. */
export function GivenUpWork({ model, progress }: { model: DashboardModel; progress: JobProgress }) {
  const phase = model.givenUp.phase.value;
  const { givenUp } = progress;
  const outcome = useRef<HTMLParagraphElement>(null);
  useEffect(() => model.givenUp.follow(progress), [model, progress]);
  // The button that was pressed is gone; the keyboard goes on from what came of it.
  useEffect(() => {
    if (phase === 'asked') outcome.current?.focus();
  }, [phase]);
  const isShown = phase === 'none' && givenUp.length > 0;
  return (
    <>
      {isShown && (
        <div class="given-up">
          <p>{t('dashboard.given-up.count', { count: countGivenUp(givenUp) })}</p>
          <ul class="given-up__reasons tabular">
            {givenUp.map(({ trouble, count }) => (
              <li key={trouble}>{t(`dashboard.given-up.${trouble}`, { count })}</li>
            ))}
          </ul>
          <Button onClick={() => void model.givenUp.tryAgain()}>{t('dashboard.given-up.try-again')}</Button>
        </div>
      )}
      <p ref={outcome} class="given-up__outcome" tabIndex={-1} aria-live="polite">
        {(phase === 'asked' || phase === 'trying') && t('dashboard.given-up.trying')}
        {phase === 'well' && t('dashboard.given-up.well')}
      </p>
    </>
  );
}
