import { INDICATOR_STYLE } from './indicator-style';

/** A small mark at the edge of the page that says to whoever looks that it is being read along. */
export interface Indicator {
  /** Showing it twice changes nothing. */
  show(): void;
  remove(): void;
}

/** A page that removes the mark again and again has its way in the end. */
const MOST_RETURNS = 3;

/**
 * The mark lives beside the body in a shadow root that the page cannot look into, holds no text and takes no room, so that
 * neither the page nor the reader of its text notices it. The toolbar icon says the same to screen readers.
 *
 * @param title what to say when the pointer rests on the mark
 */
export function createIndicator(title: string): Indicator {
  let host: HTMLElement | undefined;
  let returns = 0;

  const guard = new MutationObserver(() => {
    if (host === undefined || host.isConnected || returns >= MOST_RETURNS) return;
    returns += 1;
    attach(host);
  });
  /** Watches only what stands beside the body, not the page below it: that costs nothing while the page changes. */
  const attach = (mark: HTMLElement) => {
    document.documentElement?.append(mark);
    guard.disconnect();
    guard.observe(document, { childList: true });
    if (document.documentElement) guard.observe(document.documentElement, { childList: true });
  };

  return {
    show: () => {
      if (host !== undefined) return;
      host = createHost(title);
      returns = 0;
      attach(host);
    },
    remove: () => {
      guard.disconnect();
      host?.remove();
      host = undefined;
    },
  };
}

function createHost(title: string): HTMLElement {
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(INDICATOR_STYLE);
  root.adoptedStyleSheets = [style];
  const mark = document.createElement('div');
  mark.title = title;
  root.append(mark);
  return host;
}
