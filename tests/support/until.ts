const POLL_MS = 100;
const TIMEOUT_MS = 60_000;

/**
 * Asks again until the answer is as wanted, and returns it. For state that announces nothing to this process.
 *
 * @throws {Error} when it is not as wanted after `timeoutMs`; the message holds the last answer, shortened.
 */
export async function until<Value>(
  read: () => Promise<Value>,
  wanted: (value: Value) => boolean,
  timeoutMs = TIMEOUT_MS,
): Promise<Value> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (performance.now() > deadline) {
      throw new Error(`Not so after ${timeoutMs} ms: ${wanted}; last ${JSON.stringify(value).slice(0, 500)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
