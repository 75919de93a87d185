import { describe, expect, it } from 'vitest';
import { createOutbox, type Delivery } from '@/lib/capture/outbox';
import type { ReadingReport } from '@/lib/domain/reading/model';

const report = (visitId: string): ReadingReport => ({
  visit: { visitId, url: 'https://a.example/', title: '', lang: 'en', activeMs: 1, scrollShare: 0 },
  blocks: [],
});

/** An outbox whose deliveries end as scripted, then all well, and whose pauses take no time. */
function outboxWith(...script: Delivery[]) {
  const sent: string[] = [];
  const pauses: number[] = [];
  const outbox = createOutbox({
    deliver: async ({ visit }) => {
      sent.push(visit.visitId);
      return script.shift() ?? 'delivered';
    },
    pause: async (durationMs) => {
      pauses.push(durationMs);
    },
  });
  return { outbox, sent, pauses };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('an outbox', () => {
  it('delivers in order', async () => {
    const { outbox, sent } = outboxWith();
    for (const id of ['a', 'b', 'c']) outbox.post(report(id));
    await settle();
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('tries a report again until it is acknowledged, ever more patiently, before the next one', async () => {
    const { outbox, sent, pauses } = outboxWith('again', 'again', 'again', 'delivered');
    outbox.post(report('a'));
    outbox.post(report('b'));
    await settle();
    expect(sent).toEqual(['a', 'a', 'a', 'a', 'b']);
    expect(pauses).toEqual([500, 1_000, 2_000]);
  });

  it('lets go of a report that is refused', async () => {
    const { outbox, sent } = outboxWith('refused');
    outbox.post(report('a'));
    outbox.post(report('b'));
    await settle();
    expect(sent).toEqual(['a', 'b']);
  });

  it('gives up everything when the extension is gone', async () => {
    const { outbox, sent } = outboxWith('gone');
    outbox.post(report('a'));
    outbox.post(report('b'));
    await settle();
    expect(sent).toEqual(['a']);
  });

  it('takes 50 reports and says so when it is full', async () => {
    const { outbox, sent } = outboxWith();
    const taken = Array.from({ length: 60 }, (_, index) => outbox.post(report(`${index}`)));
    expect(taken.filter(Boolean)).toHaveLength(50);
    await settle();
    expect(sent).toHaveLength(50);
    expect(outbox.post(report('later'))).toBe(true);
  });

  it('forgets what waits when it is cleared', async () => {
    const { outbox, sent } = outboxWith();
    outbox.post(report('a'));
    outbox.post(report('b'));
    outbox.clear();
    await settle();
    expect(sent).toEqual(['a']);
  });

  it('begins anew after a sleep in which an answer got lost, and does not hear it any more', async () => {
    const sent: string[] = [];
    const answers: ((delivery: Delivery) => void)[] = [];
    const outbox = createOutbox({
      deliver: ({ visit }) => {
        sent.push(visit.visitId);
        return new Promise((resolve) => answers.push(resolve));
      },
      pause: async () => undefined,
    });
    outbox.post(report('a'));
    outbox.post(report('b'));
    await settle();
    outbox.resume();
    await settle();
    expect(sent).toEqual(['a', 'a']);
    answers[0]?.('delivered');
    await settle();
    expect(sent).toEqual(['a', 'a']);
    answers[1]?.('delivered');
    await settle();
    expect(sent).toEqual(['a', 'a', 'b']);
  });

  it('takes reports after it was resumed without any', async () => {
    const { outbox, sent } = outboxWith();
    outbox.resume();
    await settle();
    outbox.post(report('a'));
    await settle();
    expect(sent).toEqual(['a']);
  });
});
