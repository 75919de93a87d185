import './reader-bar.css';
import { Button } from '@/components/ui/Button';
import { GrainMark, type GrainState } from '@/components/ui/GrainMark';
import { LearnerText } from '@/components/ui/LearnerText';

import { t } from '@/lib/ui/i18n';
import type { FileReadingState, PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import { AgreeButton } from './AgreeButton';
import { PageTools } from './PageTools';

/** Where the overview is, relative to this page. */
const OVERVIEW = 'dashboard.html';

const MARKS: Readonly<Record<FileReadingState, GrainState>> = {
  reading: 'reading',
  paused: 'paused',
  'no-consent': 'off',
};

/** Whose page this is, which file is open, whether it is read along, and the tools for its pages. */
export function ReaderBar({ model }: { model: PdfReaderModel }) {
  const screen = model.screen.value;
  const file = screen.kind === 'open' ? screen.file : undefined;
  return (
    <header class="reader-bar">
      <div class="reader-bar__row">
        <a class="reader-bar__home" href={OVERVIEW}>
          {t('common.name')}
        </a>
        {file && (
          <h1 class="reader-bar__title">
            <LearnerText lang="other">{file.title}</LearnerText>
          </h1>
        )}
        <ReadingState model={model} />
      </div>
      {file && <PageTools model={model} file={file} />}
    </header>
  );
}

function ReadingState({ model }: { model: PdfReaderModel }) {
  const state = model.state.value;
  if (state === undefined) return null;
  return (
    <div class="reader-bar__state">
      <GrainMark state={MARKS[state]} />
      <p class="reader-bar__word" role="status">
        {t(`pdf.state.${state}`)}
      </p>
      {state === 'no-consent' && <AgreeButton onAgree={() => void model.agree()} />}
      {state === 'reading' && (
        <Button icon="pause" iconOnly variant="quiet" onClick={() => void model.setPaused(true)}>
          {t('common.pause')}
        </Button>
      )}
      {state === 'paused' && (
        <Button icon="play" onClick={() => void model.setPaused(false)}>
          {t('common.resume')}
        </Button>
      )}
    </div>
  );
}
