import './pdf-page.css';
import { useComputed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/ui/i18n';
import type { LoadedPage } from '@/lib/ui/pdf/file-pages';
import type { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import type { OpenFile } from '@/lib/ui/pdf/pdf-screen';
import { PaintedPage } from './PaintedPage';
import { TextLayer } from './TextLayer';

interface PdfPageViewProps {
  number: number;
  model: PdfReaderModel;
  file: OpenFile;
}

/** One page: its place, and near the window its picture with the text over it. */
export function PdfPageView({ number, model, file }: PdfPageViewProps) {
  const { view } = model;
  const isNear = useComputed(() => view.near.value.has(number)).value;
  const [size, setSize] = useState({ width: file.pageWidth, height: file.pageHeight });
  const { loaded, hasFailed } = usePage(isNear, number, file);
  useEffect(() => {
    if (loaded === undefined) return;
    setSize({ width: loaded.page.width, height: loaded.page.height });
    view.note(number, loaded.layout.blocks.length > 0);
  }, [loaded, number, view]);
  return (
    <li class="pdf-page" style={{ '--page-width': size.width, '--page-height': size.height }}>
      <h2 class="visually-hidden">{t('pdf.page', { page: number, count: file.pages.count })}</h2>
      {isNear && <PaintedPage number={number} view={view} file={file} />}
      {isNear && loaded && <TextLayer loaded={loaded} model={model} />}
      {hasFailed && <p class="pdf-page__failure">{t('pdf.page-failed')}</p>}
    </li>
  );
}

/** The text of the page once it is near; laid out once, kept as long as the page is near. */
function usePage(isNear: boolean, number: number, file: OpenFile) {
  const [loaded, setLoaded] = useState<LoadedPage | undefined>(undefined);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isNear) return undefined;
    let isWanted = true;
    file.pages.load(number).then(
      (page) => isWanted && setLoaded(page),
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
      setLoaded(undefined);
    };
  }, [isNear, number, file]);
  return { loaded, hasFailed };
}
