export interface RestOptions {
  isAtRest(): boolean;
  /** Ends the document that hosts the engine; it is opened again when there is something to do. */
  leave(): void;
}

/** Puts leaving off until the work is done or has failed. */
export type StayFor = <Value>(work: Promise<Value>) => Promise<Value>;

const LOOK_MS = 60_000;

/**
 * Ends the engine's document once it was at rest at two looks in a row. The browser ends the process of an extension that
 * has no document and no worker left, and only then is all of its memory given back.
 */
export function leaveAtRest({ isAtRest, leave }: RestOptions): StayFor {
  let open = 0;
  let wasAtRest = false;
  setInterval(() => {
    const atRest = open === 0 && isAtRest();
    if (atRest && wasAtRest) leave();
    wasAtRest = atRest;
  }, LOOK_MS);
  return (work) => {
    open += 1;
    return work.finally(() => {
      open -= 1;
    });
  };
}
