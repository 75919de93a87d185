import './bring-in-page.css';
import { LiveRegion } from '@/components/ui/LiveRegion';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { t } from '@/lib/ui/i18n';
import { Headline } from '../Headline';
import { AgreeFirst } from './AgreeFirst';
import { BookmarksSection } from './BookmarksSection';
import { BringFiles } from './BringFiles';
import { BroughtTexts } from './BroughtTexts';
import { PasteForm } from './PasteForm';

/** Where texts come in that were not read on a site, and what has come of them. */
export function BringInPage({ model }: { model: DashboardModel }) {
  const settings = model.settings.value;
  const arrival = model.imports.arrival.value;
  return (
    <>
      <Headline aside={<p>{t('import.lead')}</p>}>{t('import.headline')}</Headline>
      {settings !== undefined &&
        (settings.hasConsented ? (
          <>
            <PasteForm imports={model.imports} />
            <BringFiles imports={model.imports} />
          </>
        ) : (
          <AgreeFirst onAgree={() => void model.change({ hasConsented: true })} />
        ))}
      <BroughtTexts model={model} />
      {settings?.hasConsented === true && <BookmarksSection bookmarks={model.bookmarks} />}
      <LiveRegion
        message={arrival === undefined ? '' : t('import.arrived', { title: arrival.title })}
        occasion={arrival}
      />
    </>
  );
}
