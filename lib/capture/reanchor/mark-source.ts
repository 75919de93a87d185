import type { FoundSource } from './find-source';

const PASSAGE = 'gleaner-passage';
const SENTENCE = 'gleaner-sentence';

/** The browser's own mark of a text fragment looks the same, so that it does not matter which of both found the text. */
const STYLE = `
  ::highlight(${PASSAGE}) {
    background-color: light-dark(#fdf5dd, #3a3016);
    color: light-dark(#1f2421, #f4efdf);
  }

  ::highlight(${SENTENCE}), ::target-text {
    background-color: light-dark(#f6d98b, #6b5318);
    color: light-dark(#1f2421, #fffaf0);
  }
`;

/** Long enough to find the place and to read it. */
const SHOWN_MS = 30_000;

/**
 * Marks a passage by the CSS Custom Highlight API, which leaves the elements of the page as they are, and brings it into
 * view. The mark goes on a click, on Escape, when the page is left, and after half a minute in view.
 */
export function markSource({ passage, sentence }: FoundSource): void {
  const page = passage.startContainer.ownerDocument;
  const view = page?.defaultView;
  if (!page || !view) return;
  const style = new (Object(view).CSSStyleSheet as typeof CSSStyleSheet)();
  style.replaceSync(STYLE);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, style];
  const { highlights } = Object(view).CSS as typeof CSS;
  highlights.set(PASSAGE, new Highlight(passage));
  if (sentence) highlights.set(SENTENCE, new Highlight(sentence));
  bringIntoView(sentence ?? passage);
  clearLater(() => {
    highlights.delete(PASSAGE);
    highlights.delete(SENTENCE);
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((sheet) => sheet !== style);
  });
}

function bringIntoView(range: Range): void {
  const element = range.startContainer.parentElement;
  for (let box = element?.closest('details'); box; box = box.parentElement?.closest('details'))
    box.open = true;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
}

function clearLater(clear: () => void): void {
  const ending = new AbortController();
  const { signal } = ending;
  const end = () => {
    ending.abort();
    clear();
  };
  addEventListener('pointerdown', (event) => event.isTrusted && end(), { capture: true, signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && end(), { capture: true, signal });
  addEventListener('pagehide', end, { signal });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = () => {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(end, SHOWN_MS);
  };
  document.addEventListener('visibilitychange', count, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  count();
}
