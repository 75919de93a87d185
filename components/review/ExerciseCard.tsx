import './exercise-card.css';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { LearnerText } from '@/components/ui/LearnerText';
import { Phrase } from '@/components/ui/Phrase';
import type { Rating } from '@/lib/domain/scheduling/model';
import { t, uiLanguage, uiLocale } from '@/lib/ui/i18n';
import { dayDistance } from '@/lib/ui/interval-label';
import type { Question } from '@/lib/ui/popup/question';
import { AnswerFeedback } from './AnswerFeedback';
import { ChoicePrompt } from './ChoicePrompt';
import { ClozePrompt } from './ClozePrompt';
import { RatingBar } from './RatingBar';
import { Stem } from './Stem';

export interface ExerciseCardActions {
  onType: (answer: string) => void;
  onCheck: () => void;
  onChoose: (option: string) => void;
  onRate: (rating: Rating) => void;
  onSkip: () => void;
  onOpenSource: () => void;
}

export interface ExerciseCardProps extends ExerciseCardActions {
  question: Question;
  /** For "read 12 days ago". */
  now: number;
}

/** One question: asked, or answered with its source and the ratings. */
export function ExerciseCard({ question, now, ...actions }: ExerciseCardProps) {
  const { exercise } = question.card;
  const stemId = useId();
  const focus = useCardFocus(question);
  return (
    <article ref={focus.card} class="exercise-card" tabIndex={-1} aria-label={t('popup.card.label')}>
      <CardHead question={question} />
      {question.grade === undefined && <Stem question={question} id={stemId} />}
      {question.grade !== undefined && <AnswerFeedback question={question} grade={question.grade} />}
      {question.grade === undefined && exercise.kind === 'cloze' && (
        <ClozePrompt question={question} inputRef={focus.input} describedBy={stemId} {...actions} />
      )}
      {question.grade === undefined && exercise.kind === 'choice' && (
        <ChoicePrompt question={question} {...actions} />
      )}
      {question.grade !== undefined && (
        <RatingBar
          intervals={question.intervals}
          suggested={question.grade.suggested}
          onlySuggested={exercise.kind === 'choice' && !question.grade.correct}
          suggestedRef={focus.rating}
          onRate={actions.onRate}
        />
      )}
      <CardFoot question={question} now={now} {...actions} />
    </article>
  );
}

/**
 * Moves the focus with the question: into the field of a cloze (which the sentence describes), to the card of a choice,
 * and to the suggested rating after the answer.
 */
function useCardFocus({ card, draft }: Question) {
  const element = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const rating = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const target = draft.phase === 'answered' ? rating.current : (input.current ?? element.current);
    target?.focus({ preventScroll: true });
  }, [card.exercise.id, draft.phase]);
  return { card: element, input, rating };
}

function CardHead({ question }: { question: Question }) {
  const { exercise, interestLabels } = question.card;
  const labelLang = interestLabels[exercise.lang] === undefined ? uiLanguage.value : exercise.lang;
  const label = interestLabels[labelLang];
  return (
    <p class="exercise-card__head">
      <span class="exercise-card__kind">{t(`popup.kind.${exercise.kind}`)}</span>
      {label !== undefined && <LearnerText lang={labelLang}>{label}</LearnerText>}
    </p>
  );
}

interface CardFootProps {
  question: Question;
  now: number;
  onSkip: () => void;
  onOpenSource: () => void;
}

/** Where the question comes from, and what one may do besides answering. */
function CardFoot({ question, now, onSkip, onOpenSource }: CardFootProps) {
  const { page, lastReadAt, exercise } = question.card;
  const title = (
    <LearnerText class="exercise-card__title" lang={exercise.lang}>
      {page.title}
    </LearnerText>
  );
  return (
    <footer class="exercise-card__foot">
      <div class="exercise-card__source">
        <p>
          <Phrase id="popup.source.from" parts={{ title }} />
        </p>
        <p>{t('popup.source.read', { when: dayDistance(lastReadAt, now, uiLocale.value) })}</p>
      </div>
      {question.grade === undefined ? (
        <Button variant="quiet" icon="skip" shortcut="S" onClick={onSkip}>
          {t('popup.skip')}
        </Button>
      ) : (
        <Button variant="quiet" icon="open" shortcut="O" onClick={onOpenSource}>
          {t('common.open-source')}
        </Button>
      )}
    </footer>
  );
}
