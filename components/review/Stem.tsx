import './stem.css';
import { LearnerText } from '@/components/ui/LearnerText';
import { t } from '@/lib/ui/i18n';
import type { Question } from '@/lib/ui/popup/question';

/** Gives the empty gap a line of text to stand on. */
const EMPTY = '\u200B';

/** The sentence with its gap, which fills with what is typed. */
export function Stem({ question, id }: { question: Question; id: string }) {
  const { stem, lang, kind } = question.card.exercise;
  const typed = kind === 'cloze' ? question.draft.answer : '';
  return (
    <p id={id} class="stem reading-text" lang={lang}>
      <LearnerText lang={lang}>{stem.before}</LearnerText>
      <span class="stem__gap" aria-hidden="true">
        <bdi>{typed || EMPTY}</bdi>
      </span>
      <span class="visually-hidden">{` ${t('popup.blank')} `}</span>
      <LearnerText lang={lang}>{stem.after}</LearnerText>
    </p>
  );
}
