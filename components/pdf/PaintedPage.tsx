import { useEffect, useRef } from 'preact/hooks';
import type { Painting } from '@/lib/app/ports/pdf-file';
import type { PageView } from '@/lib/ui/pdf/page-view';
import type { OpenFile } from '@/lib/ui/pdf/pdf-screen';

interface PaintedPageProps {
  number: number;
  view: PageView;
  file: OpenFile;
}

/** The picture of a page. The old one stays, stretched, until one of another size is done. */
export function PaintedPage({ number, view, file }: PaintedPageProps) {
  const place = useRef<HTMLDivElement>(null);
  const factor = view.factor.value;
  useEffect(() => {
    let isWanted = true;
    let painting: Painting | undefined;
    const paint = async () => {
      const page = await file.pages.page(number);
      if (!isWanted) return;
      const canvas = document.createElement('canvas');
      painting = page.paint(canvas, factor * devicePixelRatio);
      if ((await painting.done) && isWanted) place.current?.replaceChildren(canvas);
    };
    paint().catch(() => undefined);
    return () => {
      isWanted = false;
      painting?.cancel();
    };
  }, [file, number, factor]);
  useEffect(
    () => () => {
      void file.pages.page(number).then((page) => page.release());
    },
    [file, number],
  );
  return <div ref={place} class="pdf-page__picture" aria-hidden="true" />;
}
