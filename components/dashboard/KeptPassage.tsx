import './kept-passage.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import type { PlacedPassage } from '@/lib/app/ports/library';
import { fileReaderAddress } from '@/lib/domain/reading/file-address';
import type { KeptView } from '@/lib/domain/reading/kept-passage-address';
import { siteOf } from '@/lib/domain/reading/site';
import { captureReasons } from '@/lib/ui/dashboard/capture-reasons';
import { countWords } from '@/lib/ui/dashboard/count-words';
import { t } from '@/lib/ui/i18n';
import { CaptureReasonsView } from './CaptureReasonsView';
import { PassageText } from './PassageText';

interface KeptPassageProps {
  placed: PlacedPassage;
  /** Address of its page. */
  url: string;
  /** Whether the site of the page is allowed now. */
  isAllowed: boolean;
  /** Why the learner came for this one; undefined for all others. */
  wantedView: KeptView | undefined;
  /** Shows it in its page. */
  onShow: () => void;
  onForget: () => void;
}

/** A passage where it stands on its page: its text, why it was kept, and the way to be rid of it. */
export function KeptPassage({ placed, url, isAllowed, wantedView, onShow, onForget }: KeptPassageProps) {
  const isWanted = wantedView !== undefined;
  const arrival = useArrival(isWanted);
  const id = useId();
  const [isExplained, setExplained] = useState(false);
  const start = t('dashboard.page.passage-start', { words: firstWords(placed) });
  return (
    <div
      ref={arrival}
      class={`kept-passage${isWanted ? ' kept-passage--wanted' : ''}`}
      tabIndex={isWanted ? -1 : undefined}
    >
      {wantedView === 'changed' && <p class="kept-passage__changed">{t('dashboard.page.changed')}</p>}
      <PassageText passage={placed.passage} />
      <p class="kept-passage__tools">
        {placed.occurrence.filePage !== undefined && (
          <a href={fileReaderAddress(url, placed.passage.id)}>
            {t('pdf.on-page', { page: placed.occurrence.filePage })}
          </a>
        )}
        {placed.exerciseCount > 0 && <span>{countWords('exercises', placed.exerciseCount)}</span>}
        {siteOf(url) !== undefined && (
          <Button variant="quiet" icon="open" iconOnly onClick={onShow}>
            {`${t('dashboard.page.show-source')} ${start}`}
          </Button>
        )}
        <Button
          variant="quiet"
          icon="why"
          iconOnly
          expands={{ id, isOpen: isExplained }}
          onClick={() => setExplained(!isExplained)}
        >
          {`${t('dashboard.page.why')} ${start}`}
        </Button>
        <Button variant="quiet" icon="trash" iconOnly onClick={onForget}>
          {`${t('dashboard.page.forget-passage')} ${start}`}
        </Button>
      </p>
      <div id={id} class="kept-passage__why">
        {isExplained && <CaptureReasonsView reasons={captureReasons(placed, isAllowed)} />}
      </div>
    </div>
  );
}

/** Takes learner and focus to a passage when it is shown. */
function useArrival(isWanted: boolean) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    element.current?.scrollIntoView({ block: 'center' });
    element.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return element;
}

const WORDS_CHARS = 24;

function firstWords({ passage: { text } }: PlacedPassage): string {
  return text.length <= WORDS_CHARS ? text : `${text.slice(0, WORDS_CHARS).toWellFormed().trimEnd()}…`;
}
