import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createIndicator, type Indicator } from '@/lib/capture/indicator';
import type { Delivery } from '@/lib/capture/outbox';
import { type Reader, startReader } from '@/lib/capture/reader';
import { takeStage } from '@/lib/capture/stage';
import type { ReadingReport } from '@/lib/domain/reading/model';
import { ask, isExtensionAlive, listen } from '@/lib/messaging/page-line';
import type { ErrorCode, Reply } from '@/lib/messaging/protocol';

/** Refusals after which this page is not to be read, whether or not the message that says so arrived. */
const STOPS: readonly ErrorCode[] = ['site-not-allowed', 'paused'];

/** Failures that pass. */
const PASSES: readonly ErrorCode[] = [
  'unreachable',
  'queue-full',
  'disk-full',
  'storage-failed',
  'unexpected',
];

const HEARD: Reply<null> = { ok: true, value: null };
const AT_REST = { active: false } as const;

/** Injected by the background into a frame whose scout found something to read. */
export default defineUnlistedScript(() => {
  if (!takeStage('reader')) return;
  let stopAnswering: () => void = () => undefined;
  let isMarkWanted = false;
  let indicator: Indicator | undefined;

  const reader: Reader = startReader({
    open: async () => {
      const opened = await ask('reading.open', { url: location.href });
      const instruction = opened.ok ? opened.value : AT_REST;
      isMarkWanted = instruction.active && instruction.showIndicator && window === top;
      return instruction;
    },
    deliver: (report) => deliver(report, () => reader.rest()),
    decline: (url) => {
      stopAnswering = listen('reading.ask-left-alone', () => HEARD);
      void ask('reading.decline', { url, reason: 'secret-field' });
    },
    isAlive: isExtensionAlive,
    onActive: (isActive) => {
      stopAnswering();
      stopAnswering = isActive ? listen('reading.ask', () => HEARD) : () => undefined;
      if (isActive && isMarkWanted) {
        indicator ??= createIndicator(browser.i18n.getMessage('action_reading'));
        indicator.show();
      } else indicator?.remove();
    },
    onEnd: () => stopListening(),
  });
  const stopListening = listen('reading.changed', async (change) => {
    // Until it is known what holds now, nobody is told that this page is being read, or left alone.
    stopAnswering();
    await reader.askAgain(Object(change).startAnew === true);
    return HEARD;
  });
});

async function deliver(report: ReadingReport, rest: () => void): Promise<Delivery> {
  const reply = await ask('reading.capture', report, { attempts: 1 });
  if (reply.ok) return 'delivered';
  const { code } = reply.error;
  if (STOPS.includes(code)) rest();
  if (code === 'context-gone') return 'gone';
  return PASSES.includes(code) ? 'again' : 'refused';
}
