/** What may happen to the page while it is read. */
export interface PageLifeListeners {
  /** It was shown or hidden. */
  readonly onVisibility: () => void;
  /** The learner leaves; this may be the last that the script does. */
  readonly onLeave: () => void;
  /** The learner comes back to a page that was kept alive (back/forward cache). */
  readonly onReturn: () => void;
  /**
   * The address changes without a new document (`pushState`, `replaceState`, routes in the fragment, the way back), while
   * the page still shows what the old one showed. Without the Navigation API only the way back is heard.
   */
  readonly onAddress: () => void;
}

export interface PageLife {
  /** Listens again if the page wrote itself anew (`document.open`), which makes it forget all listeners. True if so. */
  renewIfRewritten(): boolean;
}

/** Calls once the page is more than prepared (prerendered): at once, as a rule. */
export function onceShown(start: () => void, signal: AbortSignal): void {
  const { prerendering }: { prerendering?: boolean } = Object(document);
  if (prerendering) document.addEventListener('prerenderingchange', start, { once: true, signal });
  else start();
}

export function watchPageLife(listeners: PageLifeListeners, signal: AbortSignal): PageLife {
  let root: Element | undefined;
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && listeners.onReturn();
  // The same functions each time: whoever did not forget them does not call them twice.
  const listen = () => {
    root = document.documentElement;
    const { navigation }: { navigation?: EventTarget } = Object(window);
    navigation?.addEventListener('currententrychange', listeners.onAddress, { signal });
    window.addEventListener('popstate', listeners.onAddress, { signal });
    window.addEventListener('pagehide', listeners.onLeave, { signal });
    window.addEventListener('pageshow', onShow, { signal });
    document.addEventListener('visibilitychange', listeners.onVisibility, { signal });
  };
  listen();
  return {
    renewIfRewritten: () => {
      if (document.documentElement === root) return false;
      listen();
      return true;
    },
  };
}
