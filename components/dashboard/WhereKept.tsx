import './where-kept.css';
import { t } from '@/lib/ui/i18n';
import { Section } from './Section';

const KEPT = ['study', 'snapshot', 'settings', 'sites', 'model'] as const;

/** Where each kind of thing lies, in plain words. */
export function WhereKept() {
  return (
    <Section title={t('dashboard.data.where')}>
      <dl class="where-kept">
        {KEPT.map((kind) => (
          <div key={kind} class="where-kept__row">
            <dt>{t(`dashboard.data.where.${kind}`)}</dt>
            <dd>{t(`dashboard.data.where.${kind}-text`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('dashboard.data.where.end')}</p>
    </Section>
  );
}
