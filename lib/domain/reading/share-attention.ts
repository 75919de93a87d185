import type { ReadingProgress } from './reading-progress';

/** A text of which a part is in view, from and to as shares of its height. */
export interface TextInView {
  readonly progress: ReadingProgress;
  readonly from: number;
  readonly to: number;
}

/**
 * Divides the learner's time among the texts in view, by how much there is to read in the part that shows. A moment is
 * spent once: whoever rushes through a page has no more time to give than the rush took, however many texts flew by.
 * Texts that have had their time step back as long as others wait, so that the last lines of a page need not outbid those
 * that were read above them.
 *
 * @param atMs time spent on the page so far, in milliseconds
 * @returns time that reading all that is in view takes, in milliseconds
 */
export function shareAttention(inView: readonly TextInView[], elapsedMs: number, atMs: number): number {
  for (const { progress, from, to } of inView) progress.see(from, to, atMs);
  const waiting = inView.filter(({ progress }) => progress.needsTime);
  const sharing = waiting.length > 0 ? waiting : inView.filter(({ progress }) => progress.isRead);
  const totalMs = sumExpected(sharing);
  for (const text of sharing) text.progress.spend((elapsedMs * expectedInView(text)) / totalMs);
  return sumExpected(inView);
}

function expectedInView({ progress, from, to }: TextInView): number {
  return progress.expectedMs * (to - from);
}

function sumExpected(texts: readonly TextInView[]): number {
  return texts.reduce((sum, text) => sum + expectedInView(text), 0);
}
