/**
 * Resolves after the messages and events that wait in this thread. A timer would do the same, but is held back by four
 * milliseconds when it is used again and again.
 */
export function createTurnTaker(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
