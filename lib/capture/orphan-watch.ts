const LOOK_EVERY_MS = 500;

/**
 * Calls back once the extension was updated or removed under this script, within half a second in a page that is in view.
 * The browser tells nobody. In a hidden page nothing runs; it is noticed when the page is shown.
 */
export function watchForOrphaning(isAlive: () => boolean, onOrphaned: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = () => {
    clearInterval(timer);
    if (!isAlive()) onOrphaned();
    else if (!document.hidden && !signal.aborted) timer = setInterval(look, LOOK_EVERY_MS);
  };
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
  look();
}
