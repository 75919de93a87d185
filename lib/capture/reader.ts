import type { ReadingInstruction } from '@/lib/app/ports/reader-host';
import type { ReadingReport } from '@/lib/domain/reading/model';
import { watchForOrphaning } from './orphan-watch';
import { createOutbox, type Delivery } from './outbox';
import { ReadingSession } from './reading-session';

export interface ReaderOptions {
  /** Asks what the learner allows on this page now. */
  readonly open: () => Promise<ReadingInstruction>;
  readonly deliver: (report: ReadingReport) => Promise<Delivery>;
  /** Says that the page at that address asks for a secret and is left alone; said again whenever it was asked anew. */
  readonly decline: (url: string) => void;
  /** False when the extension was updated or removed under this script. */
  readonly isAlive: () => boolean;
  /** Called when reading begins and when it ends, also for a page that is left alone. */
  readonly onActive: (isActive: boolean) => void;
  /** Called once, when the extension is gone. */
  readonly onEnd: () => void;
}

export interface Reader {
  /** Asks what holds now and follows; with `startAnew` as a new visit. */
  askAgain(startAnew: boolean): Promise<void>;
  /** Stops reading and forgets what was not delivered, until it is asked again. */
  rest(): void;
}

const AT_REST: ReadingInstruction = { active: false };

/** Begins to read along in this page as soon as the learner's word is known, and follows every change of it. */
export function startReader({ open, isAlive, onEnd, ...options }: ReaderOptions): Reader {
  const ending = new AbortController();
  let questions = 0;
  const follow = createFollower(options, () => void ask());

  /** Of several answers only that to the last question counts. */
  const ask = async () => {
    questions += 1;
    const question = questions;
    const instruction = await open();
    if (question === questions && !ending.signal.aborted) follow(instruction);
  };

  const rest = () => follow(AT_REST);

  // What was said while the page was in the back/forward cache did not arrive.
  addEventListener('pageshow', ({ persisted }) => persisted && void ask(), { signal: ending.signal });
  const end = () => {
    rest();
    ending.abort();
    onEnd();
  };
  watchForOrphaning(isAlive, end, ending.signal);
  void ask();

  return {
    rest,
    askAgain: async (startAnew) => {
      if (startAnew) rest();
      await ask();
    },
  };
}

type FollowerOptions = Pick<ReaderOptions, 'deliver' | 'decline' | 'onActive'>;

/**
 * Reads or rests as it is told. Being told the same twice changes nothing; another time scale begins anew.
 *
 * @param onAskedNoMore called when a page that was left alone asks for a secret no more
 */
function createFollower({ deliver, decline, onActive }: FollowerOptions, onAskedNoMore: () => void) {
  const pause = (durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs));
  const outbox = createOutbox({ deliver, pause });
  let current: { readonly session: ReadingSession; readonly timeScale: number } | undefined;
  /** The address of a page that asks for a secret, as long as it does. */
  let leftAloneAt: string | undefined;

  const stop = () => {
    current?.session.stop();
    current = undefined;
    leftAloneAt = undefined;
  };
  const tell = (isActive: boolean) => {
    onActive(isActive && leftAloneAt === undefined);
    if (leftAloneAt !== undefined) decline(leftAloneAt);
  };
  const onLeftAlone = (url: string | undefined) => {
    leftAloneAt = url;
    tell(true);
    if (url === undefined) onAskedNoMore();
  };

  return (instruction: ReadingInstruction) => {
    if (!instruction.active) {
      stop();
      outbox.clear();
    } else if (current?.timeScale !== instruction.timeScale) {
      stop();
      const { timeScale } = instruction;
      const session = new ReadingSession({ ...instruction, outbox, onLeftAlone });
      current = { session, timeScale };
      session.start();
    }
    tell(instruction.active);
  };
}
