import './answer-feedback.css';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icon-paths';
import { LearnerText } from '@/components/ui/LearnerText';
import { Phrase } from '@/components/ui/Phrase';
import type { AnswerGrade } from '@/lib/domain/exercises/grade-answer';
import type { MessageKey } from '@/lib/ui/i18n';
import type { Question } from '@/lib/ui/popup/question';
import { SourceParagraph } from './SourceParagraph';

type Verdict = 'right' | 'accepted' | 'near' | 'wrong' | 'shown';

const SHAPES: Readonly<Record<Verdict, IconName>> = {
  right: 'check',
  accepted: 'check',
  near: 'arrow',
  wrong: 'cross',
  shown: 'arrow',
};

function verdictOf({ correct, match }: AnswerGrade, answer: string): Verdict {
  if (match === 'accepted' || match === 'near') return match;
  if (correct) return 'right';
  return answer.trim() === '' ? 'shown' : 'wrong';
}

/** Right or not, as a word and a shape; what was answered; and the place in the text where it stands. */
export function AnswerFeedback({ question, grade }: { question: Question; grade: AnswerGrade }) {
  const { exercise } = question.card;
  const { answer } = question.draft;
  const verdict = verdictOf(grade, answer);
  const own: MessageKey = exercise.kind === 'choice' ? 'popup.you-chose' : 'popup.you-wrote';
  return (
    <div class={`answer-feedback answer-feedback--${verdict}`}>
      <div class="answer-feedback__result">
        <p class="answer-feedback__verdict">
          <Icon name={SHAPES[verdict]} />
          <span>
            <Phrase
              id={`popup.verdict.${verdict}`}
              parts={{ key: <LearnerText lang={exercise.lang}>{exercise.key}</LearnerText> }}
            />
          </span>
        </p>
        {verdict !== 'right' && verdict !== 'shown' && (
          <p class="answer-feedback__own">
            <Phrase id={own} parts={{ answer: <LearnerText lang={exercise.lang}>{answer}</LearnerText> }} />
          </p>
        )}
      </div>
      <SourceParagraph excerpt={question.card.excerpt} lang={exercise.lang} />
    </div>
  );
}
