import { send } from '@/lib/messaging/bus';
import type { PayloadOf, ReplyOf, Topic } from '@/lib/messaging/protocol';
import { logFailure } from '@/lib/platform/logger';
import { ensureOffscreenDocument } from '@/lib/platform/offscreen';

type EngineTopic = Extract<Topic, `engine.${string}`>;

/** Says something to the engine. Its document is opened before each attempt: it may leave at any time. */
export function sendToEngine<Name extends EngineTopic>(
  topic: Name,
  payload: PayloadOf<Name>,
): Promise<ReplyOf<Name>> {
  return send(topic, payload, { before: openEngine });
}

async function openEngine(): Promise<void> {
  try {
    await ensureOffscreenDocument();
  } catch (error) {
    logFailure('engine.open', error);
    throw error;
  }
}
