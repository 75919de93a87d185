import { browser } from 'wxt/browser';
import { type Attempts, tryUntilHeard } from './persistence';
import type { PayloadOf, ReplyOf, Topic } from './protocol';

/**
 * The bus for scripts in web pages. It speaks the same form without the libraries, which would cost a page more time than
 * the scripts themselves.
 */
interface Envelope {
  readonly id: number;
  readonly type: string;
  readonly data: unknown;
  readonly timestamp: number;
}

/** Whether this script still belongs to a running extension: an update leaves old scripts behind in open pages. */
export function isExtensionAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

/** Sends a message to the background and resolves with the reply; never rejects. */
export function ask<Name extends Topic>(
  topic: Name,
  payload: PayloadOf<Name>,
  attempts: Attempts = {},
): Promise<ReplyOf<Name>> {
  const post = async (): Promise<ReplyOf<Name> | undefined> => {
    const envelope: Envelope = { id: 0, type: topic, data: payload, timestamp: Date.now() };
    const answer: { res?: ReplyOf<Name> } | undefined = await browser.runtime.sendMessage(envelope);
    return answer?.res;
  };
  return tryUntilHeard(post, isExtensionAlive, attempts);
}

/**
 * Answers a topic in this frame. Only contexts of our own extension reach a script in a page, and what they send was never
 * in the hands of a page; a handler trusts no more of the payload than it checks. Returns how to stop.
 */
export function listen<Name extends Topic>(
  topic: Name,
  handler: (payload: unknown) => Promise<ReplyOf<Name>> | ReplyOf<Name>,
): () => void {
  const listener = (message: Envelope | null, _sender: unknown, respond: (answer: unknown) => void) => {
    if (message?.type !== topic) return undefined;
    void Promise.resolve(handler(message.data)).then((res) => respond({ res }));
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => {
    if (isExtensionAlive()) browser.runtime.onMessage.removeListener(listener);
  };
}
