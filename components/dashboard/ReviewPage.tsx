import './review-page.css';
import { useEffect, useState } from 'preact/hooks';
import { KeySheet } from '@/components/popup/KeySheet';
import { keyPlaceOf } from '@/components/popup/key-place';
import { PopupScreenView } from '@/components/popup/PopupScreenView';
import { RoundProgress } from '@/components/popup/RoundProgress';
import { Button } from '@/components/ui/Button';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { hrefOf } from '@/lib/ui/dashboard/route';
import { t } from '@/lib/ui/i18n';
import { describeEvent } from '@/lib/ui/popup/describe-event';
import type { PopupModel } from '@/lib/ui/popup/popup-model';
import { commandOf } from '@/lib/ui/popup/review-keys';
import { Headline } from './Headline';

/** The same round of questions as in the popup, with more room. */
export function ReviewPage({ openReview }: { openReview: () => PopupModel }) {
  const model = useRound(openReview);
  const screen = model.screen.value;
  const event = model.review.lastEvent.value;
  useEffect(() => {
    const onKeyDown = (press: KeyboardEvent) => {
      const place = keyPlaceOf(press.target);
      const command = place && commandOf(press, place);
      if (command === undefined) return;
      press.preventDefault();
      model.run(command);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [model]);
  const isAsking = screen.kind === 'question' || screen.kind === 'end' || screen.kind === 'failed';
  return (
    <div class="review-page">
      {isAsking && <h1 class="visually-hidden">{t('dashboard.review.title')}</h1>}
      <p>
        <a href={hrefOf({ name: 'today' })}>{t('dashboard.review.back')}</a>
      </p>
      {screen.kind === 'question' && <RoundProgress position={screen.position} total={screen.total} />}
      {isAsking && <PopupScreenView model={model} />}
      {!isAsking && screen.kind !== 'opening' && (
        <Headline mark="reading">{t('dashboard.review.none')}</Headline>
      )}
      <ReviewTools model={model} />
      <LiveRegion message={describeEvent(event)} occasion={event} />
    </div>
  );
}

/** The popup may go on with the round meanwhile: coming back to this window takes it up where it is. */
function useRound(openReview: () => PopupModel): PopupModel {
  const [model, setModel] = useState(openReview);
  useEffect(() => model.connect(), [model]);
  useEffect(() => {
    const takeUp = () => setModel(openReview());
    window.addEventListener('focus', takeUp);
    return () => window.removeEventListener('focus', takeUp);
  }, [openReview]);
  return model;
}

function ReviewTools({ model }: { model: PopupModel }) {
  return (
    <div class="review-page__tools">
      {model.review.canUndo.value && (
        <Button variant="quiet" icon="undo" shortcut="Z Control+Z" onClick={() => void model.review.undo()}>
          {t('common.undo')}
        </Button>
      )}
      <Button variant="quiet" shortcut="?" onClick={() => model.run({ kind: 'show-keys' })}>
        {t('popup.menu.keys')}
      </Button>
      <KeySheet
        open={model.keysShown.value}
        onClose={() => {
          model.keysShown.value = false;
        }}
      />
    </div>
  );
}
