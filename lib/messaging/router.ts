import { safeParse } from 'valibot';
import type { FrameDocument } from '@/lib/app/ports/reader-host';
import { PAYLOAD_SCHEMAS, type PayloadOf, type ReplyOf, refusal, type Topic } from './protocol';

/** What the browser vouches for about whoever sent a message; a sender cannot forge it. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: SenderTab | undefined;
  readonly documentId?: string | undefined;
  /** 0 for the page in the tab itself. */
  readonly frameId?: number | undefined;
}

export interface SenderTab {
  readonly id?: number | undefined;
  /** Absent where we may not read. */
  readonly url?: string | undefined;
  readonly incognito?: boolean | undefined;
}

/** Our own extension, to compare senders with. `origin` has no trailing slash. */
export interface OwnIdentity {
  readonly id: string;
  readonly origin: string;
}

export type SenderClass = 'extension' | 'content-script' | 'stranger';

export type Handler<Name extends Topic> = (
  payload: PayloadOf<Name>,
  sender: Sender,
) => ReplyOf<Name> | Promise<ReplyOf<Name>>;

/** Content scripts live in processes that a page may take over, so all they may do is hand in what was read and answer what was asked. */
const ALLOWED_SENDERS: Readonly<Record<Topic, SenderClass>> = {
  'reading.begin': 'content-script',
  'reading.open': 'content-script',
  'reading.capture': 'content-script',
  'reading.decline': 'content-script',
  'reading.changed': 'extension',
  'reading.ask': 'extension',
  'reading.ask-left-alone': 'extension',
  'notice.show': 'extension',
  'selection.undo': 'content-script',
  'source.show': 'extension',
  'source.mark': 'extension',
  'source.told': 'content-script',
  'search.ask': 'extension',
  'engine.search': 'extension',
  'engine.wake': 'extension',
  'engine.try-again': 'extension',
  'study.try-again': 'extension',
  'study.changed': 'extension',
  'study.erased': 'extension',
};

/**
 * Tells who is speaking by id and origin. A page of ours opened in a tab has a tab too, so a tab proves nothing. A script
 * in an embedded frame speaks for the origin of its frame, whatever page surrounds it.
 */
export function classifySender(sender: Sender, own: OwnIdentity): SenderClass {
  if (sender.id !== own.id) return 'stranger';
  const origin = senderOrigin(sender);
  if (origin === own.origin) return 'extension';
  // The manifest keeps us out of private windows; this is the second wall.
  const isInTab = sender.tab?.id !== undefined && sender.tab.incognito !== true;
  return isInTab && /^https?:\/\//.test(origin) ? 'content-script' : 'stranger';
}

/** Origin of the sending document, or an empty string when the browser gives none. */
export function senderOrigin(sender: Sender): string {
  if (sender.origin !== undefined) return sender.origin;
  const [origin] = sender.url?.match(/^[a-z-]+:\/\/[^/?#]+/) ?? [];
  return origin ?? '';
}

/** The document that a message comes from, to be addressed; undefined outside tabs. */
export function senderDocument({ tab, documentId }: Sender): FrameDocument | undefined {
  return tab?.id !== undefined && documentId !== undefined ? { tabId: tab.id, documentId } : undefined;
}

/** Lets a message through to its handler if the sender may send it and the payload is sound. Never rejects. */
export async function dispatch<Name extends Topic>(
  topic: Name,
  payload: unknown,
  sender: Sender,
  own: OwnIdentity,
  handler: Handler<Name>,
): Promise<ReplyOf<Name>> {
  if (classifySender(sender, own) !== ALLOWED_SENDERS[topic]) {
    return refusal('sender-refused', `${topic} is not for this sender`);
  }
  const parsed = safeParse(PAYLOAD_SCHEMAS[topic], payload);
  if (!parsed.success) {
    return refusal('bad-payload', `${topic} has a payload of another shape`);
  }
  try {
    return await handler(parsed.output as PayloadOf<Name>, sender);
  } catch (error) {
    // Only the kind of error travels: its message may quote what the learner reads.
    return refusal(
      'unexpected',
      `${topic} failed with ${error instanceof Error ? error.name : typeof error}`,
    );
  }
}
