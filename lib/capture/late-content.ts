export interface LookOutcome {
  /** Time that the look took, in milliseconds. */
  readonly spentMs: number;
  readonly foundNew: boolean;
}

export interface ContentWatch {
  /** Watches a tree for changes: the document, a shadow root, a frame. */
  observe(tree: Node): void;
  stop(): void;
}

/** An application changes its address first and what it shows in the same breath. */
const FIRST_LOOK_AFTER_MS = 50;

/** Soonest times after a look at which a changed page is looked at again: soon at first, while it is being built. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;

/** A page that keeps changing without new text is looked at more seldom, never given up: what matters may be opened late. */
const MOST_VAIN_LOOKS = 30;
const LONGEST_VAIN_PAUSE_MS = 15_000;

/** The next look waits so many times as long as the last one took: half a percent of the time at most. */
const PAUSES_PER_LOOK = 200;

/** Looks through a page almost at once, and again when it changed, seldom enough to cost nothing. */
export function watchContent(look: (content: ContentWatch) => Promise<LookOutcome>): ContentWatch {
  let spentMs = 0;
  let vainLooks = 0;
  let isLooking = false;
  let hasChanged = false;
  let isStopped = false;
  let pauseMs = FIRST_PAUSE_MS;

  const onChange = () => {
    if (isLooking) hasChanged = true;
    else timer ??= setTimeout(lookAgain, Math.max(pauseMs, spentMs * PAUSES_PER_LOOK));
  };
  const observer = new MutationObserver(onChange);
  const lookAgain = async () => {
    isLooking = true;
    hasChanged = false;
    timer = undefined;
    // A look that the page made fail is one in vain.
    const outcome = await look(watch).catch(() => ({ spentMs, foundNew: false }));
    isLooking = false;
    spentMs = outcome.spentMs;
    vainLooks = outcome.foundNew ? 0 : vainLooks + 1;
    pauseMs = Math.min(pauseMs * 2, vainLooks < MOST_VAIN_LOOKS ? LONGEST_PAUSE_MS : LONGEST_VAIN_PAUSE_MS);
    if (hasChanged && !isStopped) onChange();
  };
  const watch: ContentWatch = {
    observe: (tree) => {
      if (!isStopped) observer.observe(tree, { childList: true, characterData: true, subtree: true });
    },
    stop: () => {
      isStopped = true;
      observer.disconnect();
      clearTimeout(timer);
    },
  };
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(lookAgain, FIRST_LOOK_AFTER_MS);
  return watch;
}
