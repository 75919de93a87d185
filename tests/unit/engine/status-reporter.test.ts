import { describe, expect, it } from 'vitest';
import { EncoderError } from '@/lib/app/ports/encoder';
import type { EngineStatus } from '@/lib/app/ports/engine-status';
import { createStatusReporter } from '@/lib/engine/status-reporter';

function createFakes() {
  const written: EngineStatus[] = [];
  const reporter = createStatusReporter(
    async (status) => {
      written.push(status);
    },
    () => 42,
  );
  return { written, reporter };
}

describe('the status of the engine', () => {
  it('is written when it changes and not otherwise', async () => {
    const { written, reporter } = createFakes();
    await reporter.report('working');
    await reporter.report('working');
    reporter.setThreads(2);
    await reporter.report('working');
    await reporter.report('idle');
    expect(written.map(({ state, threads }) => [state, threads])).toEqual([
      ['working', 0],
      ['working', 2],
      ['idle', 2],
    ]);
  });

  it.each([
    { thrown: new EncoderError('model-missing', 'gone'), state: 'model-missing', detail: 'gone' },
    { thrown: new EncoderError('model-altered', 'other'), state: 'model-altered', detail: 'other' },
    { thrown: new EncoderError('engine-failed', 'twice'), state: 'failed', detail: 'twice' },
    { thrown: new Error('no storage'), state: 'failed', detail: 'no storage' },
  ])('says $state when the engine throws $thrown', async ({ thrown, state, detail }) => {
    const { written, reporter } = createFakes();
    await reporter.reportFailure(thrown);
    expect(written).toEqual([{ state, detail, threads: 0, at: 42 }]);
  });
});
