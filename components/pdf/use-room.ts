import { useLayoutEffect } from 'preact/hooks';
import type { PageView } from '@/lib/ui/pdf/page-view';

/** White beside a page, in CSS pixels. */
const MARGIN = 8;

/** Keeps the view told how wide a page can be: before a file is open, since where its pages are depends on it. */
export function useRoom(place: { readonly current: HTMLElement | null }, view: PageView): void {
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = () => {
      view.room.value = element.clientWidth - 2 * MARGIN;
    };
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, view]);
}
