export interface LateContentOptions {
  readonly root: Node;
  /** Looks through the page again. Resolves with the time it took, in milliseconds, and whether anything was new. */
  readonly rescan: () => Promise<{ spentMs: number; foundNew: boolean }>;
}

/** Soonest time after a look at which a changed page is looked at again. */
const FLOOR_MS = 2_000;

/** Keeps looks under half a second of work a minute. */
const MINUTE_PER_HALF_SECOND = 120;

/** A page that keeps changing without new text is let be. */
const MOST_VAIN_RESCANS = 30;

/** Looks through a page again when it changed, seldom enough to cost nothing. Returns how to stop. */
export function watchForLateContent({ root, rescan }: LateContentOptions, firstScanMs: number): () => void {
  let spentMs = firstScanMs;
  let vainRescans = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, Math.max(FLOOR_MS, spentMs * MINUTE_PER_HALF_SECOND));
  });
  const look = async () => {
    const outcome = await rescan();
    spentMs = outcome.spentMs;
    vainRescans = outcome.foundNew ? 0 : vainRescans + 1;
    timer = undefined;
    if (vainRescans >= MOST_VAIN_RESCANS) observer.disconnect();
  };
  observer.observe(root, { childList: true, characterData: true, subtree: true });

  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
