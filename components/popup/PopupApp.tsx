import './popup-app.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ConfirmSite } from '@/components/sites/ConfirmSite';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { t } from '@/lib/ui/i18n';
import { describeEvent } from '@/lib/ui/popup/describe-event';
import type { PopupModel } from '@/lib/ui/popup/popup-model';
import { commandOf } from '@/lib/ui/popup/review-keys';
import { KeySheet } from './KeySheet';
import { keyPlaceOf } from './key-place';
import { Notice } from './Notice';
import { PageHeader } from './PageHeader';
import { PopupFooter } from './PopupFooter';
import { PopupScreenView } from './PopupScreenView';
import { RoundProgress } from './RoundProgress';

export function PopupApp({ model }: { model: PopupModel }) {
  const { page, review } = model;
  const screen = model.screen.value;
  const event = review.lastEvent.value;
  const element = useFocusWithin(screen.kind);
  const onKeyDown = (press: KeyboardEvent) => {
    const place = keyPlaceOf(press.target);
    const command = place && commandOf(press, place);
    if (command === undefined) return;
    press.preventDefault();
    model.run(command);
  };
  return (
    <main ref={element} class="popup" tabIndex={-1} aria-label={t('common.name')} onKeyDown={onKeyDown}>
      <PageHeader
        view={page.view.value}
        isActionBelow={screen.kind === 'nothing-read'}
        onAllow={() => void page.allow()}
        onPause={() => void page.pause()}
        onResume={() => void page.resume()}
      />
      {screen.kind === 'question' && <RoundProgress position={screen.position} total={screen.total} />}
      <div class="popup__screen">
        <Trouble model={model} />
        <PopupScreenView model={model} />
      </div>
      <PopupFooter
        canUndo={review.canUndo.value}
        onUndo={() => void review.undo()}
        onKeys={() => model.run({ kind: 'show-keys' })}
        onOverview={model.openOverview}
      />
      <ConfirmSite question={page.allowing.question.value} onAnswer={(isYes) => void page.answer(isYes)} />
      <KeySheet
        open={model.keysShown.value}
        onClose={() => {
          model.keysShown.value = false;
        }}
      />
      <LiveRegion message={describeEvent(event)} occasion={event} />
    </main>
  );
}

/** Keys work inside the popup's own element, so the focus must not get lost outside it when a screen goes. */
function useFocusWithin(screenKind: string) {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const isLost = !element.current?.contains(document.activeElement);
    if (isLost || screenKind === 'opening') element.current?.focus();
  }, [screenKind]);
  return element;
}

/** At most one notice: what is in the way of answering comes before what is in the way of new exercises. */
function Trouble({ model }: { model: PopupModel }) {
  const trouble = model.trouble.value;
  if (model.isCutOff.value && model.screen.value.kind === 'question') {
    return <Notice>{t('popup.failed.notice')}</Notice>;
  }
  return trouble === undefined ? null : <Notice>{t(`common.engine.${trouble}`)}</Notice>;
}
