/**
 * Asks one question at a time. While one is under way the newest waits, and takes the place of any that waited before it.
 *
 * @returns a function that asks and resolves with the answer, or with undefined once a newer question has been put; it
 *   rejects only when the newest question fails
 */
export function newestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer | undefined> {
  let newest = 0;
  let underWay: Promise<unknown> = Promise.resolve();
  return async (question) => {
    newest += 1;
    const turn = newest;
    await underWay.catch(() => undefined);
    if (turn !== newest) return undefined;
    const asked = ask(question);
    underWay = asked;
    try {
      const answer = await asked;
      return turn === newest ? answer : undefined;
    } catch (error) {
      if (turn === newest) throw error;
      return undefined;
    }
  };
}
