/** What a log line may hold: names, codes and numbers, never anything a learner read or wrote. */
export type LogField = number | boolean | `code:${string}`;

/**
 * Notes that something unexpected happened, for the browser's extension console. Of an error only its kind is kept: its
 * message may quote what the learner reads.
 *
 * @param event where and what, in `topic.verb` form
 */
export function logFailure(
  event: string,
  error: unknown,
  fields: Readonly<Record<string, LogField>> = {},
): void {
  const kind = error instanceof Error ? error.name : typeof error;
  console.warn(`[gleaner] ${event}`, { ...fields, kind });
}

/** Runs work that nobody waits for; should it fail, that is noted. */
export function runNoted(event: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => logFailure(event, error));
}
