import './dashboard-app.css';
import { useEffect, useRef } from 'preact/hooks';
import { GrainMark } from '@/components/ui/GrainMark';
import { RailNav } from '@/components/ui/RailNav';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { hrefOf, PLACES, placeOf, type Route, viewOf } from '@/lib/ui/dashboard/route';
import { t } from '@/lib/ui/i18n';
import { DataPage } from './DataPage';
import { DiskNotice } from './DiskNotice';
import { ForgettingDialog } from './ForgettingDialog';
import { InterestsPage } from './InterestsPage';
import { BringInPage } from './import/BringInPage';
import { LogPage } from './LogPage';
import { PageDetail } from './PageDetail';
import { ReadingPage } from './ReadingPage';
import { Receipt } from './Receipt';
import { ReviewPage } from './ReviewPage';
import { SitesPage } from './SitesPage';
import { TodayPage } from './TodayPage';

export function DashboardApp({ model }: { model: DashboardModel }) {
  const route = model.route.value;
  const place = placeOf(route);
  const main = useFocusOnArrival(viewOf(route), model.forgetting.receipt.value);
  const title = t('dashboard.title', { place: t(`dashboard.nav.${place}`) });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div class="dashboard">
      <header class="dashboard__rail">
        <p class="dashboard__brand">
          <GrainMark state="reading" />
          {t('common.name')}
        </p>
        <RailNav
          label={t('dashboard.nav.label')}
          items={PLACES.map((name) => ({
            href: hrefOf({ name }),
            label: t(`dashboard.nav.${name}`),
            current: name === place,
          }))}
        />
        <p class="dashboard__promise">{t('dashboard.local')}</p>
      </header>
      <main ref={main} class="dashboard__main" tabIndex={-1}>
        <DiskNotice model={model} />
        <Receipt model={model} />
        <View key={viewOf(route)} model={model} route={route} />
      </main>
      <ForgettingDialog forgetting={model.forgetting} />
    </div>
  );
}

function View({ model, route }: { model: DashboardModel; route: Route }) {
  switch (route.name) {
    case 'today':
      return <TodayPage model={model} />;
    case 'review':
      return <ReviewPage openReview={model.openReview} />;
    case 'interests':
      return <InterestsPage model={model} />;
    case 'reading':
      return <ReadingPage model={model} />;
    case 'page':
      return <PageDetail model={model} route={route} />;
    case 'import':
      return <BringInPage model={model} />;
    case 'log':
      return <LogPage model={model} />;
    case 'sites':
      return <SitesPage model={model} />;
    case 'data':
      return <DataPage model={model} />;
  }
}

/**
 * Moves the focus to the content when another view is shown, as a new page would (not when the first one is), and when
 * something was forgotten, since the button that did it went as well.
 */
function useFocusOnArrival(view: string, receipt: unknown) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    main.current?.focus();
    window.scrollTo(0, 0);
  }, [view]);
  useEffect(() => {
    if (receipt === undefined) return undefined;
    // The dialog that asked is still closing, and gives the focus back to that button first.
    const frame = requestAnimationFrame(() => main.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [receipt]);
  return main;
}
