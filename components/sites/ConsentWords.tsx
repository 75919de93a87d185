import './consent-words.css';
import { t } from '@/lib/ui/i18n';

const PARTS = ['kept', 'never', 'unasked'] as const;

/** What is kept and what is never read, in plain words: what the learner agrees to. */
export function ConsentWords() {
  return (
    <div class="consent-words">
      <dl class="consent-words__parts">
        {PARTS.map((part) => (
          <div key={part}>
            <dt class="consent-words__name">{t(`common.consent.${part}`)}</dt>
            <dd class="consent-words__text">{t(`common.consent.${part}-text`)}</dd>
          </div>
        ))}
      </dl>
      <p class="consent-words__limits">{t('common.consent.limits')}</p>
    </div>
  );
}
