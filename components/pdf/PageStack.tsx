import './page-stack.css';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Phrase } from '@/components/ui/Phrase';
import { t } from '@/lib/ui/i18n';
import type { PageView } from '@/lib/ui/pdf/page-view';
import type { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import type { OpenFile } from '@/lib/ui/pdf/pdf-screen';
import { FileName } from './ChooseFile';
import { PdfPageView } from './PdfPageView';
import { useNearPages } from './use-near-pages';

interface PageStackProps {
  model: PdfReaderModel;
  file: OpenFile;
}

/** All pages of a file below one another; only those near the window are painted. */
export function PageStack({ model, file }: PageStackProps) {
  const { view } = model;
  const stack = useRef<HTMLOListElement>(null);
  useNearPages(stack, view);
  useRoom(stack, view);
  useDestination(stack, view);
  useKeptPlace(stack, view);
  const numbers = Array.from({ length: file.pages.count }, (_, index) => index + 1);
  return (
    <>
      <Notices model={model} />
      <ol
        ref={stack}
        class={`page-stack${view.hasPrintColours.value ? ' page-stack--print-colours' : ''}`}
        style={{ '--zoom': view.factor.value }}
        aria-label={t('pdf.pages')}
      >
        {numbers.map((number) => (
          <PdfPageView key={number} number={number} model={model} file={file} />
        ))}
      </ol>
    </>
  );
}

function Notices({ model }: { model: PdfReaderModel }) {
  const wanted = model.wanted.value;
  return (
    <div role="status">
      {model.isOtherFile.value && wanted !== undefined && (
        <p class="page-stack__notice">
          <Phrase id="pdf.other-file" parts={{ file: <FileName>{wanted.fileName}</FileName> }} />
        </p>
      )}
      {model.view.isScan.value && (
        <p class="page-stack__notice">
          <strong>{t('pdf.scan')}</strong> {t('pdf.scan-why')}
        </p>
      )}
    </div>
  );
}

type StackRef = { readonly current: HTMLElement | null };

/** Keeps the view told how wide a page can be. */
function useRoom(stack: StackRef, view: PageView): void {
  useEffect(() => {
    const element = stack.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      view.room.value = element.clientWidth;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [stack, view]);
}

/** Keeps the line in the middle of the window where it is when pages change their size. */
function useKeptPlace(stack: StackRef, view: PageView): void {
  const factor = view.factor.value;
  const place = useRef({ page: 1, share: 0 });
  const pageAt = (number: number) => stack.current?.children[number - 1]?.getBoundingClientRect();
  useEffect(() => {
    const note = () => {
      const page = view.current.peek();
      const box = pageAt(page);
      if (box) place.current = { page, share: (window.innerHeight / 2 - box.top) / box.height };
    };
    document.addEventListener('scroll', note, { passive: true });
    return () => document.removeEventListener('scroll', note);
  }, [stack, view]);
  useLayoutEffect(() => {
    const { page, share } = place.current;
    const box = pageAt(page);
    if (box && page > 1) window.scrollBy(0, box.top + share * box.height - window.innerHeight / 2);
  }, [factor]);
}

/** Scrolls to a page when the view asks for it. */
function useDestination(stack: StackRef, view: PageView): void {
  const destination = view.destination.value;
  useEffect(() => {
    if (destination === undefined) return;
    if (destination.page === 1 && destination.start === '') window.scrollTo(0, 0);
    else stack.current?.children[destination.page - 1]?.scrollIntoView();
  }, [stack, destination]);
}
