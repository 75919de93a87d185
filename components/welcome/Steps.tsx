import './steps.css';
import { t } from '@/lib/ui/i18n';

const STEPS = ['read', 'understand', 'answer'] as const;

/** What Gleaner does, in three short steps. */
export function Steps() {
  return (
    <section aria-label={t('welcome.steps')}>
      <ol class="steps">
        {STEPS.map((step, index) => (
          <li key={step} class="steps__step">
            <span class="steps__number" aria-hidden="true">
              {index + 1}
            </span>
            <h2 class="steps__title">{t(`welcome.step.${step}`)}</h2>
            <p class="steps__text">{t(`welcome.step.${step}-text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
