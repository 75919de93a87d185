import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import type { PageState } from '@/lib/app/ports/site-access';
import { t } from '@/lib/ui/i18n';
import type { PopupScreen } from '@/lib/ui/popup/popup-screen';
import { nextDueText } from './next-due-text';

export type EmptyKind = Extract<
  PopupScreen,
  { kind: 'nothing-read' | 'learning' | 'no-exercise' | 'nothing-due' }
>;

interface EmptyScreenProps {
  screen: EmptyKind;
  siteState: PageState | undefined;
  now: number;
  onAllow: () => void;
  onResume: () => void;
}

/** Nothing to ask: why, and what brings something. */
export function EmptyScreen({ screen, siteState = 'unreadable', now, onAllow, onResume }: EmptyScreenProps) {
  switch (screen.kind) {
    case 'nothing-read':
      return (
        <EmptyState
          title={t('popup.nothing-read.title')}
          mark={siteState === 'reading' ? 'reading' : 'off'}
          action={siteAction(siteState, onAllow, onResume)}
        >
          <p>{t(`popup.nothing-read.${siteState}`)}</p>
        </EmptyState>
      );
    case 'learning':
      return (
        <EmptyState title={t('popup.learning.title')} mark="reading">
          <p>{t('popup.learning.text', { count: screen.waitingJobs })}</p>
        </EmptyState>
      );
    case 'no-exercise':
      return (
        <EmptyState title={t('popup.no-exercise.title')} mark="off">
          <p>{t('popup.no-exercise.text')}</p>
        </EmptyState>
      );
    case 'nothing-due':
      return (
        <EmptyState title={t('popup.nothing-due.title')} mark="reading">
          <p>{nextDueText('popup.nothing-due.next', screen.nextDueAt, now)}</p>
          <p>{t('popup.nothing-due.later')}</p>
        </EmptyState>
      );
  }
}

function siteAction(siteState: PageState, onAllow: () => void, onResume: () => void) {
  if (siteState === 'not-allowed') {
    return (
      <Button variant="primary" onClick={onAllow}>
        {t('common.allow-site')}
      </Button>
    );
  }
  if (siteState === 'withheld') return <Button onClick={onAllow}>{t('common.allow.ask-anyway')}</Button>;
  if (siteState !== 'paused') return undefined;
  return (
    <Button variant="primary" icon="play" onClick={onResume}>
      {t('common.resume')}
    </Button>
  );
}
