import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isFirstRun } from '@/lib/capture/once';
import { awaitSource } from '@/lib/capture/reanchor/await-source';
import { markSource } from '@/lib/capture/reanchor/mark-source';
import { handle, send } from '@/lib/messaging/bus';
import { DONE, type PayloadOf } from '@/lib/messaging/protocol';

/** Injected into a page that the learner opened from an exercise, to show where the passage stands now. */
export default defineUnlistedScript(() => {
  if (!isFirstRun('source-mark')) return;
  handle('source.mark', (wanted) => {
    void look(wanted);
    return DONE;
  });
});

async function look(wanted: PayloadOf<'source.mark'>): Promise<void> {
  const found = await awaitSource(document, wanted);
  if (found !== undefined) markSource(found);
  await send('source.told', { found: found !== undefined });
}
