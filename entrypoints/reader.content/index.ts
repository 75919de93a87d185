import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Delivery } from '@/lib/capture/outbox';
import { createReader, type Reader } from '@/lib/capture/reader';
import type { ReadingReport } from '@/lib/domain/reading/model';
import { handle, send } from '@/lib/messaging/bus';
import type { ErrorCode } from '@/lib/messaging/protocol';

const AT_REST = { active: false } as const;

/** Refusals after which this page is not to be read, whether or not the message that says so arrived. */
const STOPS: readonly ErrorCode[] = ['site-not-allowed', 'paused'];

/** Failures that pass. */
const PASSES: readonly ErrorCode[] = ['unreachable', 'queue-full', 'storage-failed', 'unexpected'];

// Without `matches`, so that the manifest asks for no host: it is registered for each site that the learner allows.
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const reader = createReader({ deliver: (report) => deliver(reader, report), isAlive: () => ctx.isValid });
    const stopListening = handle('reading.setActive', (instruction) => {
      reader.follow(instruction);
      return { ok: true, value: null };
    });
    ctx.onInvalidated(() => {
      reader.follow(AT_REST);
      stopListening();
    });
    const opened = await send('reading.open', { url: location.href });
    if (opened.ok && ctx.isValid) reader.follow(opened.value);
  },
});

async function deliver(reader: Reader, report: ReadingReport): Promise<Delivery> {
  const reply = await send('reading.capture', report, { attempts: 1 });
  if (reply.ok) return 'delivered';
  const { code } = reply.error;
  if (STOPS.includes(code)) reader.follow(AT_REST);
  if (code === 'context-gone') return 'gone';
  return PASSES.includes(code) ? 'again' : 'refused';
}
