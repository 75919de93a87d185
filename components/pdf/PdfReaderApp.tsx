import './pdf-reader-app.css';
import { useEffect, useRef } from 'preact/hooks';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { useDrop } from '@/components/ui/use-drop';
import { t } from '@/lib/ui/i18n';
import type { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import { ChooseFile } from './ChooseFile';
import { OpeningFile } from './OpeningFile';
import { PageStack } from './PageStack';
import { PasswordForm } from './PasswordForm';
import { ReaderBar } from './ReaderBar';
import { runReaderKey } from './reader-keys';
import { useRoom } from './use-room';

export function PdfReaderApp({ model }: { model: PdfReaderModel }) {
  const screen = model.screen.value;
  const main = useRef<HTMLElement>(null);
  useRoom(main, model.view);
  const isDropping = useDrop(([file]) => file && void model.choose(file));
  const title = screen.kind === 'open' ? t('pdf.title-file', { title: screen.file.title }) : t('pdf.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const onKey = (press: KeyboardEvent) => runReaderKey(press, model);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [model]);
  return (
    <div class={`pdf-reader${isDropping ? ' pdf-reader--dropping' : ''}`}>
      <ReaderBar model={model} />
      <main ref={main} class="pdf-reader__main">
        <Screen model={model} isDropping={isDropping} />
      </main>
      <LiveRegion message={announcement(model)} occasion={screen} />
    </div>
  );
}

function Screen({ model, isDropping }: { model: PdfReaderModel; isDropping: boolean }) {
  const screen = model.screen.value;
  switch (screen.kind) {
    case 'choose':
      return <ChooseFile model={model} isDropping={isDropping} {...screen} />;
    case 'opening':
      return <OpeningFile name={screen.name} />;
    case 'password':
      return <PasswordForm model={model} {...screen} />;
    case 'open':
      return <PageStack key={screen.file.url} model={model} file={screen.file} />;
  }
}

function announcement(model: PdfReaderModel): string {
  const screen = model.screen.value;
  return screen.kind === 'opening' ? t('pdf.opening', { file: screen.name }) : '';
}
