import './page-tools.css';
import { useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { FileButton } from '@/components/ui/FileButton';
import { t } from '@/lib/ui/i18n';
import type { PageView } from '@/lib/ui/pdf/page-view';
import type { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import type { OpenFile } from '@/lib/ui/pdf/pdf-screen';
import { zoomPercent } from '@/lib/ui/pdf/zoom';
import { OutlineMenu } from './OutlineMenu';
import { PDF_FILES } from './pdf-files';

interface PageToolsProps {
  model: PdfReaderModel;
  file: OpenFile;
}

/** Moving through the pages of a file, and their size. */
export function PageTools({ model, file }: PageToolsProps) {
  const { view } = model;
  return (
    <div class="page-tools">
      <OutlineMenu key={file.url} file={file} onGoTo={(page) => view.goTo(page)} />
      <PageMoves view={view} count={file.pages.count} />
      <div class="page-tools__group">
        <Button icon="minus" iconOnly variant="quiet" shortcut="-" onClick={() => view.reduce()}>
          {t('pdf.smaller')}
        </Button>
        <output class="page-tools__zoom tabular">
          {t('pdf.zoom', { percent: zoomPercent(view.factor.value) })}
        </output>
        <Button icon="plus" iconOnly variant="quiet" shortcut="+" onClick={() => view.enlarge()}>
          {t('pdf.larger')}
        </Button>
        <span class="page-tools__step">
          <Button icon="width" iconOnly variant="quiet" shortcut="0" onClick={() => view.fit()}>
            {t('pdf.fit')}
          </Button>
        </span>
      </div>
      <div class="page-tools__group page-tools__group--end">
        <span class="page-tools__colours">
          <Button
            icon="contrast"
            iconOnly
            variant="quiet"
            pressed={view.hasPrintColours.value}
            onClick={() => view.toggleColours()}
          >
            {t('pdf.print-colours')}
          </Button>
        </span>
        <FileButton
          variant="quiet"
          accept={PDF_FILES}
          onChoose={([chosen]) => chosen && void model.choose(chosen)}
        >
          {t('pdf.another')}
        </FileButton>
      </div>
    </div>
  );
}

function PageMoves({ view, count }: { view: PageView; count: number }) {
  const current = view.current.value;
  return (
    <div class="page-tools__group">
      <span class="page-tools__step">
        <Button
          icon="up"
          iconOnly
          variant="quiet"
          shortcut="ArrowLeft"
          disabled={current <= 1}
          onClick={() => view.goTo(current - 1)}
        >
          {t('pdf.previous')}
        </Button>
      </span>
      <PageField current={current} onGoTo={(page) => view.goTo(page)} />
      <span class="page-tools__count tabular">{t('pdf.of', { count })}</span>
      <span class="page-tools__step">
        <Button
          icon="down"
          iconOnly
          variant="quiet"
          shortcut="ArrowRight"
          disabled={current >= count}
          onClick={() => view.goTo(current + 1)}
        >
          {t('pdf.next')}
        </Button>
      </span>
    </div>
  );
}

/** The number of the page in view, to be overwritten: Enter goes there. */
function PageField({ current, onGoTo }: { current: number; onGoTo: (page: number) => void }) {
  const input = useRef<HTMLInputElement>(null);
  // What was typed over another page is out of date.
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: number } | undefined>(undefined);
  const go = (event: Event) => {
    event.preventDefault();
    const page = Number.parseInt(input.current?.value ?? '', 10);
    if (!Number.isNaN(page) && page !== current) onGoTo(page);
    setTyped(undefined);
  };
  return (
    <form onSubmit={go}>
      <input
        ref={input}
        class="page-tools__field tabular"
        inputMode="numeric"
        autocomplete="off"
        aria-label={t('pdf.page-field')}
        value={typed?.over === current ? typed.text : String(current)}
        onInput={(event) => setTyped({ text: event.currentTarget.value, over: current })}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={go}
      />
    </form>
  );
}
