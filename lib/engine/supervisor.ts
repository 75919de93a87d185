import { EncoderError, encoderErrorCode } from '@/lib/app/ports/encoder';
import { openTenure, type Tenure, type TenureOptions } from './worker-tenure';

export interface SupervisorOptions<Api> extends TenureOptions<Api> {
  /** Called once for each worker that was lost, before its calls are tried again: its jobs can be given back. */
  onLoss(owner: string, reason: string): Promise<void>;
  /** A worker that nobody has called for so long is ended, which gives its memory back. */
  readonly idleMs: number;
}

export interface Supervisor<Api> {
  /**
   * Calls the worker, starting it when there is none. When the worker is lost, or throws anything but an encoder's
   * error, it is replaced and the call tried once more.
   *
   * @throws EncoderError `engine-failed` when the second worker was lost too, `aborted` after `stop`, else what the
   * worker said of the model
   */
  run<Value>(body: (api: Api, owner: string) => Promise<Value>): Promise<Value>;
  /** Ends every worker in the middle of whatever it does; the next call starts another. */
  stop(): void;
  /** Whether a worker runs, at work or at rest. */
  hasWorker(): boolean;
}

/**
 * Keeps a worker for as long as it is useful. A failed start of the inference runtime is permanent for its context, and
 * its memory returns only when the context ends: the cure for everything is another worker. One that is worn takes no new
 * calls, and is ended when those that it has are answered.
 */
export function createSupervisor<Api>(options: SupervisorOptions<Api>): Supervisor<Api> {
  /** Takes the calls. */
  let current: Tenure<Api> | undefined;
  /** The current one, and worn ones that finish what they have begun. */
  const alive = new Set<Tenure<Api>>();
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  const end = (tenure: Tenure<Api>, reason: Error) => {
    if (current === tenure) current = undefined;
    alive.delete(tenure);
    tenure.end(reason);
  };
  const lose = async (tenure: Tenure<Api>, reason: Error) => {
    end(tenure, reason);
    await options.onLoss(tenure.owner, reason.message);
  };
  const rest = (tenure: Tenure<Api>) => {
    if (current === tenure && tenure.isWorn()) current = undefined;
    if (!alive.has(tenure) || tenure.openCalls() > 0) return;
    if (current === tenure)
      idleTimer = setTimeout(end, options.idleMs, tenure, aborted('The worker was idle.'));
    else end(tenure, aborted('The worker was worn.'));
  };

  const attempt = async <Value>(body: (api: Api, owner: string) => Promise<Value>): Promise<Value> => {
    clearTimeout(idleTimer);
    const broken = current?.lossReason();
    if (current && broken) await lose(current, broken);
    current ??= openTenure(options);
    const tenure = current;
    alive.add(tenure);
    try {
      return await tenure.call(body);
    } catch (thrown) {
      // A worker that is ready and names an encoder's error is in order itself.
      const inOrder = tenure.isReady() && encoderErrorCode(thrown);
      if (!inOrder && alive.has(tenure)) await lose(tenure, asError(thrown));
      throw thrown;
    } finally {
      rest(tenure);
    }
  };

  return {
    async run(body) {
      try {
        return await attempt(body);
      } catch (thrown) {
        if (encoderErrorCode(thrown)) throw thrown;
      }
      return attempt(body).catch(giveUp);
    },
    stop() {
      clearTimeout(idleTimer);
      for (const tenure of alive) end(tenure, aborted('The worker was stopped.'));
    },
    hasWorker: () => alive.size > 0,
  };
}

/** @throws EncoderError whatever was thrown */
function giveUp(thrown: unknown): never {
  throw encoderErrorCode(thrown) ? thrown : new EncoderError('engine-failed', asError(thrown).message);
}

function aborted(why: string): EncoderError {
  return new EncoderError('aborted', why);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
