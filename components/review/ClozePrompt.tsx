import type { Ref } from 'preact';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { t } from '@/lib/ui/i18n';
import type { Question } from '@/lib/ui/popup/question';

export interface ClozePromptProps {
  question: Question;
  inputRef: Ref<HTMLInputElement>;
  describedBy: string;
  onType: (answer: string) => void;
  onCheck: () => void;
}

/** Asks for the missing word. The one button says what it will do: look at the answer, or give it. */
export function ClozePrompt({ question, inputRef, describedBy, onType, onCheck }: ClozePromptProps) {
  const { answer, secondTry } = question.draft;
  const isEmpty = answer.trim() === '';
  return (
    <div class="exercise-card__answer">
      <Field
        inputRef={inputRef}
        label={t('popup.answer.label')}
        hideLabel
        placeholder={t('popup.answer.placeholder')}
        value={answer}
        lang={question.card.exercise.lang}
        describedBy={describedBy}
        onInput={onType}
        {...(secondTry ? { hint: t('popup.answer.near') } : {})}
      />
      <Button variant={isEmpty ? 'plain' : 'primary'} shortcut="Enter" keyCap="↵" onClick={onCheck}>
        {t(isEmpty ? 'popup.show-answer' : 'popup.check')}
      </Button>
    </div>
  );
}
