import { INDICATOR_STYLE } from './indicator-style';

export type IndicatorState = 'reading' | 'paused';

/** A small mark at the edge of the page that says to whoever looks that the page is read along. */
export interface Indicator {
  show(state: IndicatorState): void;
  remove(): void;
}

/** A page that removes the mark again and again has its way in the end. */
const MOST_RETURNS = 3;

/**
 * The mark lives beside the body in a shadow root that the page cannot look into, holds no text and takes no room, so that
 * neither the page nor the reader of its text notices it. The toolbar icon says the same to screen readers.
 *
 * @param titles what to say when the pointer rests on the mark
 */
export function createIndicator(titles: Readonly<Record<IndicatorState, string>>): Indicator {
  let mark: Mark | undefined;
  let returns = 0;

  const attach = (host: Element) => document.documentElement?.append(host);
  const guard = new MutationObserver(() => {
    if (mark === undefined || mark.host.isConnected || returns >= MOST_RETURNS) return;
    returns += 1;
    attach(mark.host);
    watch();
  });
  /** Only who stands beside the body, not the page below it: that costs nothing while the page changes. */
  const watch = () => {
    guard.disconnect();
    guard.observe(document, { childList: true });
    if (document.documentElement) guard.observe(document.documentElement, { childList: true });
  };

  return {
    show: (state) => {
      if (mark === undefined) {
        mark = createMark();
        returns = 0;
        attach(mark.host);
        watch();
      }
      mark.dot.className = state;
      mark.dot.title = titles[state];
    },
    remove: () => {
      guard.disconnect();
      mark?.host.remove();
      mark = undefined;
    },
  };
}

interface Mark {
  readonly host: HTMLElement;
  readonly dot: HTMLElement;
}

function createMark(): Mark {
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(INDICATOR_STYLE);
  root.adoptedStyleSheets = [style];
  const dot = document.createElement('div');
  root.append(dot);
  return { host, dot };
}
