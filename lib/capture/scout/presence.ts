/** Frames smaller than this hold buttons, advertisements and counters. The usual sizes of advertisements stay below it. */
const SMALLEST_FRAME = { width: 320, height: 260 } as const;

/**
 * Tells whenever the learner can or cannot see this document: its tab is in front and, for a frame in another page, a frame
 * of readable size is in view. Nothing runs in between.
 */
export function watchPresence(
  tell: (isPresent: boolean) => void,
  signal: AbortSignal,
  isFrame = window.parent !== window,
): void {
  let isInView = !isFrame;
  let wasPresent = false;

  const update = () => {
    const isPresent = !document.hidden && isInView && (!isFrame || isOfReadableSize());
    if (isPresent === wasPresent) return;
    wasPresent = isPresent;
    tell(isPresent);
  };

  document.addEventListener('visibilitychange', update, { signal });
  if (isFrame) {
    const observer = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting === true;
      update();
    });
    observer.observe(document.documentElement);
    signal.addEventListener('abort', () => observer.disconnect());
    addEventListener('resize', update, { signal });
  }
  update();
}

/** Not to be asked without need: it makes the browser lay the page out. */
function isOfReadableSize(): boolean {
  return innerWidth >= SMALLEST_FRAME.width && innerHeight >= SMALLEST_FRAME.height;
}
