import { useEffect } from 'preact/hooks';
import type { PageView } from '@/lib/ui/pdf/page-view';

/** How far from the window pages are painted already: as far as the window is high. */
const NEAR = '100% 0px';
/** A line across the middle of the window. */
const MIDDLE = '-50% 0px -50% 0px';

/** Tells the view which pages are near the window, and which is in its middle. */
export function useNearPages(stack: { readonly current: HTMLElement | null }, view: PageView): void {
  useEffect(() => {
    const pages = [...(stack.current?.children ?? [])];
    const numberOf = new Map(pages.map((page, index) => [page, index + 1]));
    const near = new IntersectionObserver(
      (entries) =>
        view.move(new Map(entries.map((entry) => [numberOf.get(entry.target) ?? 0, entry.isIntersecting]))),
      { rootMargin: NEAR },
    );
    const middle = new IntersectionObserver(
      (entries) => {
        const shown = entries.find((entry) => entry.isIntersecting);
        const number = shown && numberOf.get(shown.target);
        if (number !== undefined) view.current.value = number;
      },
      { rootMargin: MIDDLE },
    );
    for (const page of pages) {
      near.observe(page);
      middle.observe(page);
    }
    return () => {
      near.disconnect();
      middle.disconnect();
    };
  }, [stack, view]);
}
