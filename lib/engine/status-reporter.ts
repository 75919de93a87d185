import { type EncoderErrorCode, encoderErrorCode } from '@/lib/app/ports/encoder';
import type { EngineState, EngineStatus } from '@/lib/app/ports/engine-status';
import type { Clock } from '@/lib/domain/shared/clock';

export interface StatusReporter {
  report(state: EngineState, detail?: string): Promise<void>;
  reportFailure(thrown: unknown): Promise<void>;
  setThreads(threads: number): void;
}

const STATE_OF_ERROR: Readonly<Record<EncoderErrorCode, EngineState>> = {
  'model-missing': 'model-missing',
  'model-altered': 'model-altered',
  'engine-failed': 'failed',
  aborted: 'idle',
  'out-of-memory': 'failed',
};

/** Keeps the one row that says how the engine is; nothing is written while nothing changes. */
export function createStatusReporter(
  write: (status: EngineStatus) => Promise<void>,
  now: Clock,
): StatusReporter {
  let last: EngineStatus = { state: 'idle', detail: '', threads: 0, at: 0 };
  let threads = 0;
  const report = async (state: EngineState, detail = '') => {
    if (last.state === state && last.detail === detail && last.threads === threads && last.at > 0) return;
    last = { state, detail, threads, at: now() };
    await write(last);
  };
  return {
    report,
    reportFailure(thrown) {
      const code = encoderErrorCode(thrown) ?? 'engine-failed';
      return report(STATE_OF_ERROR[code], thrown instanceof Error ? thrown.message : String(thrown));
    },
    setThreads(count) {
      threads = count;
    },
  };
}
