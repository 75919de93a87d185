import './page-stack.css';
import { useSignalEffect } from '@preact/signals';
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

/** Keeps the line in the middle of the window where it is when pages change their size. */
function useKeptPlace(stack: StackRef, view: PageView): void {
  const factor = view.factor.value;
  const place = useRef<{ readonly page: number; readonly share: number } | undefined>(undefined);
  const note = () => {
    const page = view.current.value;
    const box = boxOf(stack, page);
    if (box) place.current = { page, share: (window.innerHeight / 2 - box.top) / box.height };
  };
  useSignalEffect(note);
  useEffect(() => {
    document.addEventListener('scroll', note, { passive: true });
    return () => document.removeEventListener('scroll', note);
  });
  useLayoutEffect(() => {
    const kept = place.current;
    const box = kept && boxOf(stack, kept.page);
    if (box && window.scrollY > 0)
      window.scrollBy(0, box.top + kept.share * box.height - window.innerHeight / 2);
  }, [stack, factor]);
}

function boxOf(stack: StackRef, page: number): DOMRect | undefined {
  return stack.current?.children[page - 1]?.getBoundingClientRect();
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
