import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isReadFromOutside } from '@/lib/capture/scout/frame-role';
import { type Answer, startScout } from '@/lib/capture/scout/scout';
import { takeStage } from '@/lib/capture/stage';
import { ask, isExtensionAlive, listen } from '@/lib/messaging/page-line';
import type { ErrorCode, Reply } from '@/lib/messaging/protocol';

/** Failures that pass. */
const PASSES: readonly ErrorCode[] = ['unreachable', 'storage-failed', 'unexpected'];

const HEARD: Reply<null> = { ok: true, value: null };

/** Runs in every frame that the learner allowed, so it is small. */
export default defineUnlistedScript(() => {
  if (isReadFromOutside() || !takeStage('scout')) return;
  const scout = startScout({ ask: askForReader, isAlive: isExtensionAlive, onEnd: () => stopListening() });
  const stopListening = listen('reading.changed', () => {
    scout.tryAgain();
    return HEARD;
  });
});

async function askForReader(): Promise<Answer> {
  const reply = await ask('reading.begin', { url: location.href }, { attempts: 1 });
  if (reply.ok) return reply.value ? 'begun' : 'refused';
  return PASSES.includes(reply.error.code) ? 'unheard' : 'refused';
}
