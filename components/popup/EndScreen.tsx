import './end-screen.css';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { LearnerText } from '@/components/ui/LearnerText';
import { t } from '@/lib/ui/i18n';
import type { PopupScreen } from '@/lib/ui/popup/popup-screen';
import { nextDueText } from './next-due-text';

interface EndScreenProps {
  screen: Extract<PopupScreen, { kind: 'end' }>;
  now: number;
  onMore: () => void;
  onClose: () => void;
}

/** The round is over: how it went, what comes back soon, and when to come again. */
export function EndScreen({ screen, now, onMore, onClose }: EndScreenProps) {
  const { summary, more, nextDueAt } = screen;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <div ref={element} class="end-screen" tabIndex={-1}>
      <EmptyState
        title={t('popup.end.title')}
        mark="reading"
        action={
          <div class="end-screen__actions">
            <Button variant="primary" onClick={onClose}>
              {t('popup.end.close')}
            </Button>
            {more > 0 && <Button onClick={onMore}>{t('popup.end.more', { count: more })}</Button>}
          </div>
        }
      >
        <p>
          {summary.answered === 0
            ? t('popup.end.none')
            : t('popup.end.score', { count: summary.answered, right: summary.right })}
        </p>
        {more === 0 && <p>{nextDueText('popup.end.next', nextDueAt, now)}</p>}
        {summary.missed.length > 0 && (
          <section class="end-screen__missed">
            <h3>{t('popup.end.missed')}</h3>
            <ul>
              {summary.missed.map(({ exerciseId, key, lang }) => (
                <li key={exerciseId}>
                  <LearnerText lang={lang}>{key}</LearnerText>
                </li>
              ))}
            </ul>
          </section>
        )}
      </EmptyState>
    </div>
  );
}
