import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createNotice } from '@/lib/capture/notice/notice';
import { isFirstRun } from '@/lib/capture/once';
import { handle, send } from '@/lib/messaging/bus';
import { DONE } from '@/lib/messaging/protocol';

/** Injected into the page on which the learner asked for something, to say what came of it. Looks at nothing in the page. */
export default defineUnlistedScript(() => {
  if (!isFirstRun('notice')) return;
  const notice = createNotice();
  handle('notice.show', ({ undo, ...words }) => {
    const takeBack = async (ticket: string, done: string, failed: string) => {
      const reply = await send('selection.undo', { ticket });
      notice.show({ ...words, text: reply.ok ? done : failed });
    };
    notice.show({
      ...words,
      ...(undo && {
        action: { label: undo.label, run: () => void takeBack(undo.ticket, undo.done, undo.failed) },
      }),
    });
    return DONE;
  });
});
