import './live-view.css';
import type { ComponentChildren } from 'preact';
import { EmptyState } from '@/components/ui/EmptyState';
import { t } from '@/lib/ui/i18n';
import type { Live } from '@/lib/ui/live-signal';

interface LiveViewProps<Value> {
  live: Live<Value>;
  children: (value: Value) => ComponentChildren;
}

/** What a query gave; while it runs or when it failed, a word about that. */
export function LiveView<Value>({ live, children }: LiveViewProps<Value>) {
  switch (live.state) {
    case 'loading':
      return <p class="live-view__loading">{t('dashboard.loading')}</p>;
    case 'ready':
      return <>{children(live.value)}</>;
    case 'failed':
      return (
        <div role="alert">
          <EmptyState title={t('dashboard.failed.title')}>
            <p>{t('dashboard.failed.text')}</p>
            <p>{t('dashboard.failed.reason', { reason: nameOf(live.error) })}</p>
          </EmptyState>
        </div>
      );
  }
}

/** The name of an error says what happened without any of the learner's text. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
