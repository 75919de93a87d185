import { ExerciseCard } from '@/components/review/ExerciseCard';
import { WhyNow } from '@/components/review/WhyNow';
import type { PopupModel } from '@/lib/ui/popup/popup-model';
import { EmptyScreen } from './EmptyScreen';
import { EndScreen } from './EndScreen';
import { FailedScreen } from './FailedScreen';

/** What is below the header. While the database opens and no card is known, nothing: that is a matter of moments. */
export function PopupScreenView({ model }: { model: PopupModel }) {
  const { page, review } = model;
  const screen = model.screen.value;
  const now = model.clock();
  switch (screen.kind) {
    case 'opening':
      return null;
    case 'question':
      return (
        <>
          <ExerciseCard
            key={screen.question.card.exercise.id}
            question={screen.question}
            now={now}
            onType={(answer) => review.type(answer)}
            onCheck={() => review.check()}
            onChoose={(option) => review.choose(option)}
            onRate={(rating) => review.rate(rating)}
            onSkip={() => review.skip()}
            onOpenSource={() => void model.openSource()}
          />
          {screen.question.grade === undefined && <WhyNow question={screen.question} now={now} />}
        </>
      );
    case 'end':
      return (
        <EndScreen screen={screen} now={now} onMore={() => void review.startRound()} onClose={model.close} />
      );
    case 'failed':
      return <FailedScreen reason={screen.reason} />;
    default:
      return (
        <EmptyScreen
          screen={screen}
          siteState={page.view.value?.state}
          now={now}
          onAllow={() => void page.allow()}
          onResume={() => void page.resume()}
        />
      );
  }
}
