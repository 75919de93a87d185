import './why-now.css';
import { t, uiLocale } from '@/lib/ui/i18n';
import { dayDistance } from '@/lib/ui/interval-label';
import type { Question } from '@/lib/ui/popup/question';

/** One line saying why this question comes now. */
export function WhyNow({ question, now }: { question: Question; now: number }) {
  return <p class="why-now">{reason(question, now)}</p>;
}

function reason({ card }: Question, now: number): string {
  const { phase } = card.exercise.memory;
  if (phase === 'new') {
    return t('popup.why.new', { when: dayDistance(card.lastReadAt, now, uiLocale.value) });
  }
  if (phase !== 'review' || card.recall === undefined) return t('popup.why.learning');
  const percent = new Intl.NumberFormat(uiLocale.value, { style: 'percent' }).format(card.recall);
  return t('popup.why.recall', { percent });
}
