import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import { type PayloadOf, type ReplyOf, refusal, type Topic } from './protocol';
import { dispatch, type Handler, type OwnIdentity, type Sender } from './router';

export interface SendOptions {
  /** All frames of this tab instead of the extension's own contexts; the first that answers is heard. */
  readonly tabId?: number;
  /** How often to try in all before giving up as `unreachable`. */
  readonly attempts?: number;
}

const DEFAULT_ATTEMPTS = 6;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** What the library offers, typed by topic. */
interface Channel {
  sendMessage<Name extends Topic>(
    topic: Name,
    payload: PayloadOf<Name>,
    target?: { tabId: number },
  ): Promise<ReplyOf<Name> | undefined>;
  onMessage<Name extends Topic>(
    topic: Name,
    listener: (message: { data: unknown; sender: Sender }) => Promise<ReplyOf<Name>>,
  ): () => void;
}

const channel: Channel = defineExtensionMessaging();

/**
 * Sends a message and resolves with the reply; never rejects.
 *
 * A channel dies in three ways (the receiver stops while answering, nobody listens yet, the answer is `undefined`), which
 * the library reports as a rejection each. All three are tried again, so receivers must be idempotent.
 */
export async function send<Name extends Topic>(
  topic: Name,
  payload: PayloadOf<Name>,
  options: SendOptions = {},
): Promise<ReplyOf<Name>> {
  const attempts = options.attempts ?? DEFAULT_ATTEMPTS;
  const target = options.tabId === undefined ? undefined : { tabId: options.tabId };
  for (let attempt = 1; ; attempt += 1) {
    if (!isContextAlive()) return refusal('context-gone', 'the extension was updated or removed');
    const reply = await tryOnce(topic, payload, target);
    if (reply) return reply;
    if (attempt >= attempts) return refusal('unreachable', `nobody answered ${topic}`);
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
  }
}

/** Answers a topic in this context; sender and payload are checked before the handler is called. Returns how to stop. */
export function handle<Name extends Topic>(topic: Name, handler: Handler<Name>): () => void {
  return channel.onMessage(topic, (message) =>
    dispatch(topic, message.data, message.sender, ownIdentity(), handler),
  );
}

/** Whether this script still belongs to a running extension: an update leaves old content scripts behind. */
export function isContextAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

async function tryOnce<Name extends Topic>(
  topic: Name,
  payload: PayloadOf<Name>,
  target: { tabId: number } | undefined,
): Promise<ReplyOf<Name> | undefined> {
  try {
    return await channel.sendMessage(topic, payload, target);
  } catch {
    return undefined;
  }
}

function ownIdentity(): OwnIdentity {
  return { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
