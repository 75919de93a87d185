import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isReadFromOutside } from '@/lib/capture/scout/frame-role';
import { type Answer, startScout } from '@/lib/capture/scout/scout';
import { takeStage } from '@/lib/capture/stage';
import type { PayloadOf, ReplyOf, Topic } from '@/lib/messaging/protocol';

const ASKS = 'reading.begin' satisfies Topic;
const HEARS = 'reading.changed' satisfies Topic;

/**
 * Runs in every frame that the learner allowed, so it is small: it talks to the background in the form that the bus uses,
 * without the bus.
 */
export default defineUnlistedScript(() => {
  if (isReadFromOutside() || !takeStage('scout')) return;
  const isAlive = () => browser.runtime?.id !== undefined;
  const scout = startScout({
    ask: askForReader,
    isAlive,
    onEnd: () => isAlive() && browser.runtime.onMessage.removeListener(listen),
  });
  // Only contexts of our own extension reach this event.
  function listen(message: { readonly type?: unknown } | null): void {
    if (message?.type === HEARS) scout.tryAgain();
  }
  browser.runtime.onMessage.addListener(listen);
});

async function askForReader(): Promise<Answer> {
  const data: PayloadOf<typeof ASKS> = { url: location.href };
  const message = { id: 0, type: ASKS, data, timestamp: Date.now() };
  try {
    const answer: { res?: ReplyOf<typeof ASKS> } | undefined = await browser.runtime.sendMessage(message);
    if (answer?.res === undefined) return 'unheard';
    return answer.res.ok && answer.res.value ? 'begun' : 'refused';
  } catch {
    return 'unheard';
  }
}
