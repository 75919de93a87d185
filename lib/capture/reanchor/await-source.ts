import type { WantedSource } from '@/lib/domain/reading/wanted-source';
import { asksForSecrets } from '../sensitive-page';
import { type FoundSource, findSource } from './find-source';

/** A page that changes is looked at again for so long. */
const PATIENCE_MS = 8_000;

/** A page that stands still for so long has rendered. */
const QUIET_MS = 3_000;

/** Changes come in bursts; one look follows a burst. */
const SETTLE_MS = 150;

/**
 * Looks for a passage, and again as long as the page goes on rendering. Nothing is looked for in an error page, nor in one
 * that asks for secrets.
 */
export async function awaitSource(page: Document, wanted: WantedSource): Promise<FoundSource | undefined> {
  if (isErrorPage() || asksForSecrets(page)) return undefined;
  const { signal } = expireAfter(PATIENCE_MS);
  for (;;) {
    const change = nextChange(page, signal);
    const found = await findSource(page, wanted, signal);
    if (found !== undefined || !(await change)) return found;
  }
}

function isErrorPage(): boolean {
  const [load] = performance.getEntriesByType('navigation');
  return load instanceof PerformanceNavigationTiming && load.responseStatus >= 400;
}

function expireAfter(durationMs: number): AbortController {
  const ending = new AbortController();
  setTimeout(() => ending.abort(), durationMs);
  return ending;
}

/** Resolves true a little after the page changed, false when it stands still or time is up. */
function nextChange(page: Document, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let timer = setTimeout(() => end(false), QUIET_MS);
    const observer = new MutationObserver(() => {
      observer.disconnect();
      clearTimeout(timer);
      timer = setTimeout(() => end(true), SETTLE_MS);
    });
    const end = (hasChanged: boolean) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(hasChanged && !signal.aborted);
    };
    observer.observe(page, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => end(false), { once: true });
    if (signal.aborted) end(false);
  });
}
