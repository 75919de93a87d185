import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import { isExtensionAlive } from './page-line';
import { type Attempts, tryUntilHeard } from './persistence';
import type { PayloadOf, ReplyOf, Topic } from './protocol';
import { dispatch, type Handler, type OwnIdentity, type Sender } from './router';

export interface SendOptions extends Attempts {
  /** All frames of this tab instead of the extension's own contexts; the first that answers is heard. */
  readonly tabId?: number;
  /** Only this frame of the tab; 0 for the page itself. What a page must not hear is never sent to the frames in it. */
  readonly frameId?: number;
  /** Done before each attempt; should it fail, so has the attempt. */
  readonly before?: () => Promise<unknown>;
}

/** What the library offers, typed by topic. */
interface Channel {
  sendMessage<Name extends Topic>(
    topic: Name,
    payload: PayloadOf<Name>,
    target?: { tabId: number; frameId?: number },
  ): Promise<ReplyOf<Name> | undefined>;
  onMessage<Name extends Topic>(
    topic: Name,
    listener: (message: { data: unknown; sender: Sender }) => Promise<ReplyOf<Name>>,
  ): () => void;
}

const channel: Channel = defineExtensionMessaging();

/** Sends a message and resolves with the reply, tried again until there is one; never rejects. */
export function send<Name extends Topic>(
  topic: Name,
  payload: PayloadOf<Name>,
  { tabId, frameId, attempts, before }: SendOptions = {},
): Promise<ReplyOf<Name>> {
  const target = tabId === undefined ? undefined : { tabId, ...(frameId !== undefined && { frameId }) };
  const trySending = async () => {
    await before?.();
    return channel.sendMessage(topic, payload, target);
  };
  return tryUntilHeard(trySending, isExtensionAlive, { attempts });
}

/** Answers a topic in this context; sender and payload are checked before the handler is called. Returns how to stop. */
export function handle<Name extends Topic>(topic: Name, handler: Handler<Name>): () => void {
  return channel.onMessage(topic, (message) =>
    dispatch(topic, message.data, message.sender, ownIdentity(), handler),
  );
}

function ownIdentity(): OwnIdentity {
  return { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
}
