import './page-header.css';
import { Button } from '@/components/ui/Button';
import { GrainMark, type GrainState } from '@/components/ui/GrainMark';
import { LinkButton } from '@/components/ui/LinkButton';
import type { PageState } from '@/lib/app/ports/site-access';
import { t } from '@/lib/ui/i18n';
import type { PageView } from '@/lib/ui/popup/page-model';

export interface PageHeaderProps {
  /** Absent until the browser has said which page it is. */
  view: PageView | undefined;
  /** The screen below has the button that changes the state, so the header does not repeat it. */
  isActionBelow: boolean;
  onAllow: () => void;
  onPause: () => void;
  onResume: () => void;
}

const MARKS: Readonly<Record<PageState, GrainState>> = {
  reading: 'reading',
  paused: 'paused',
  'not-allowed': 'off',
  withheld: 'off',
  'left-alone': 'off',
  unreadable: 'off',
};

/** Whether the page in the tab is being read, and the one click that changes it. */
export function PageHeader({ view, isActionBelow, ...actions }: PageHeaderProps) {
  return (
    <header class="page-header">
      <GrainMark state={view === undefined || view.isPdf ? 'off' : MARKS[view.state]} />
      <div class="page-header__state">
        <h1 class="page-header__word">{view === undefined ? t('common.name') : stateWord(view)}</h1>
        <p class={`page-header__host${view?.isPdf ? ' page-header__host--whole' : ''}`}>
          {view !== undefined && <Aside {...view} />}
        </p>
      </div>
      {view?.isPdf && <OpenPdfLink />}
      {view?.isPdf === false && !(isActionBelow && view.state !== 'reading') && (
        <StateButton view={view} {...actions} />
      )}
    </header>
  );
}

/** Which site it is, and why it is left alone. */
function Aside({ state, host, isPdf, reason }: PageView) {
  if (isPdf) return <>{t('pdf.in-viewer-why')}</>;
  if (state === 'unreadable') return <>{t('popup.page.unreadable-why')}</>;
  return (
    <>
      {reason !== undefined && <span class="page-header__reason">{t(`common.reason.${reason}`)}</span>}
      {state === 'left-alone' && <span class="page-header__reason">{t('popup.page.left-alone-why')}</span>}
      <bdi>{host}</bdi>
    </>
  );
}

function stateWord({ state, isPdf, pausedEverywhere }: PageView): string {
  if (isPdf) return t('pdf.in-viewer');
  return t(state === 'paused' && pausedEverywhere ? 'popup.page.paused-everywhere' : `popup.page.${state}`);
}

function OpenPdfLink() {
  return (
    <LinkButton href="pdf-reader.html" icon="file" external>
      {t('pdf.open-link')}
    </LinkButton>
  );
}

interface StateButtonProps extends Omit<PageHeaderProps, 'view' | 'isActionBelow'> {
  view: PageView;
}

function StateButton({ view, onAllow, onPause, onResume }: StateButtonProps) {
  switch (view.state) {
    case 'reading':
    case 'left-alone':
      return (
        <Button icon="pause" iconOnly onClick={onPause}>
          {t('popup.page.pause')}
        </Button>
      );
    case 'paused':
      return (
        <Button icon="play" onClick={onResume}>
          {t('common.resume')}
        </Button>
      );
    case 'not-allowed':
      return <Button onClick={onAllow}>{t('common.allow-site')}</Button>;
    case 'withheld':
      return <Button onClick={onAllow}>{t('common.allow.ask-anyway')}</Button>;
    case 'unreadable':
      return null;
  }
}
