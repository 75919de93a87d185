import './page-detail.css';
import { useMemo } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { LearnerText } from '@/components/ui/LearnerText';
import { LinkButton } from '@/components/ui/LinkButton';
import { importIdOf } from '@/lib/domain/imports/model';
import { fileReaderAddress, isFileUrl } from '@/lib/domain/reading/file-address';
import { siteOf } from '@/lib/domain/reading/site';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import type { PageOutline } from '@/lib/ui/dashboard/page-outline';
import type { PageRoute } from '@/lib/ui/dashboard/route';
import { t, uiLocale } from '@/lib/ui/i18n';
import { dayDistance } from '@/lib/ui/interval-label';
import { Headline } from './Headline';
import { LiveView } from './LiveView';
import { PageSectionView } from './PageSectionView';
import { hostOf, titleOf } from './page-words';

/** One page: what was read of it, in its order. */
export function PageDetail({ model, route }: { model: DashboardModel; route: PageRoute }) {
  const { pageId, passage } = route;
  const live = useMemo(() => model.pageSignal(pageId), [model, pageId]);
  return (
    <>
      <p class="page-detail__back">
        <a href={model.reading.href.value}>{t('dashboard.page.back')}</a>
      </p>
      <LiveView live={live.value}>
        {(outline) =>
          outline === undefined ? (
            <Headline mark="off" aside={<p>{t('dashboard.page.gone-text')}</p>}>
              {t('dashboard.page.gone')}
            </Headline>
          ) : (
            <Outline outline={outline} model={model} wanted={passage} />
          )
        }
      </LiveView>
    </>
  );
}

interface OutlineProps {
  outline: PageOutline;
  model: DashboardModel;
  wanted: PageRoute['passage'];
}

function Outline({ outline, model, wanted }: OutlineProps) {
  const { forgetting } = model;
  const { page, passageCount, sections } = outline;
  const passages = countWords('passages', passageCount);
  const isImport = importIdOf(page.url) !== undefined;
  const when = dayDistance(page.lastSeenAt, model.clock(), uiLocale.value);
  const name = { text: titleOf(page), lang: page.lang };
  return (
    <>
      <Headline
        aside={
          <p>
            {t(isImport ? 'dashboard.page.headline-import' : 'dashboard.page.headline', { passages, when })}
            <br />
            <bdi>{hostOf(page)}</bdi>
          </p>
        }
        action={
          <div class="page-detail__actions">
            {isFileUrl(page.url) && (
              <LinkButton href={fileReaderAddress(page.url)} icon="file">
                {t('pdf.open-again')}
              </LinkButton>
            )}
            {siteOf(page.url) !== undefined && (
              <LinkButton href={page.url} icon="open" external>
                {t('common.open-source')}
              </LinkButton>
            )}
            <Button
              variant="quiet"
              icon="trash"
              onClick={() => void forgetting.ask({ kind: 'page', pageId: page.id, name })}
            >
              {t('dashboard.page.forget')}
            </Button>
          </div>
        }
      >
        <LearnerText class="page-detail__title" lang={page.lang}>
          {titleOf(page)}
        </LearnerText>
      </Headline>
      {sections.map((section) => (
        <PageSectionView
          key={section.passages[0]?.passage.id}
          section={section}
          page={page}
          isAllowed={model.sites.isAllowed(page.origin)}
          wanted={wanted}
          onShow={({ passage }) => model.showSource({ passageId: passage.id, pageId: page.id })}
          onForget={({ passage }) => void forgetting.ask({ kind: 'passage', passageId: passage.id })}
        />
      ))}
    </>
  );
}
