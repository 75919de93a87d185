import type { ReadingInstruction } from '@/lib/app/ports/reader-host';
import type { ReadingReport } from '@/lib/domain/reading/model';
import { createOutbox, type Delivery } from './outbox';
import { ReadingSession } from './reading-session';

export interface ReaderOptions {
  readonly deliver: (report: ReadingReport) => Promise<Delivery>;
  readonly isAlive: () => boolean;
}

export interface Reader {
  /** Starts or stops reading; a changed time scale begins anew. Saying the same twice changes nothing. */
  follow(instruction: ReadingInstruction): void;
}

/** The reader of one page, at rest until it is told to read. */
export function createReader({ deliver, isAlive }: ReaderOptions): Reader {
  const pause = (durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs));
  const outbox = createOutbox({ deliver, pause });
  let current: { readonly session: ReadingSession; readonly timeScale: number } | undefined;

  const stop = () => {
    current?.session.stop();
    current = undefined;
  };

  return {
    follow: (instruction) => {
      if (!instruction.active) {
        stop();
        outbox.clear();
      } else if (current?.timeScale !== instruction.timeScale) {
        stop();
        const { timeScale } = instruction;
        const session = new ReadingSession({ timeScale, outbox, isAlive });
        current = { session, timeScale };
        session.start();
      }
    },
  };
}
