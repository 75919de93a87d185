import './choice-prompt.css';
import { Kbd } from '@/components/ui/Kbd';
import { LearnerText } from '@/components/ui/LearnerText';
import { t } from '@/lib/ui/i18n';
import type { Question } from '@/lib/ui/popup/question';

export interface ChoicePromptProps {
  question: Question;
  onChoose: (option: string) => void;
}

export function ChoicePrompt({ question, onChoose }: ChoicePromptProps) {
  const { lang } = question.card.exercise;
  return (
    <ul class="choice-prompt reading-text" aria-label={t('popup.options.label')}>
      {question.options.map((option, index) => (
        <li key={option}>
          <button
            class="choice-prompt__option"
            type="button"
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onChoose(option)}
          >
            <LearnerText lang={lang}>{option}</LearnerText>
            <span aria-hidden="true">
              <Kbd>{String(index + 1)}</Kbd>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
