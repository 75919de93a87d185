import type { Page, Worker } from 'playwright-core';
import type { JobKind } from '@/lib/app/job';
import type { PayloadOf, Topic } from '@/lib/messaging/protocol';
import type { MetaName, MetaValues } from '@/lib/storage/meta';
import { DATABASE_NAME } from '@/lib/storage/study-db';
import { jobRow, type PassageToRead, rowsFor, storeRows } from './engine-page';
import type { LaunchedExtension } from './extension';

declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly offscreen: { closeDocument(): Promise<void> };
};

/** Says something to the other contexts of the extension, as a page of its own would. */
export async function tell<Name extends Topic>(
  { inspector }: LaunchedExtension,
  topic: Name,
  payload: PayloadOf<Name>,
): Promise<void> {
  const message = { id: 1, type: topic, data: payload, timestamp: 1 };
  await inspector.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
}

/** Stores passages with waiting jobs, as a capture does, beside whatever engine runs. */
export async function storePassages(
  { inspector }: LaunchedExtension,
  passages: readonly PassageToRead[],
): Promise<void> {
  await inspector.evaluate(storeRows, { database: DATABASE_NAME, rows: rowsFor(passages) });
}

/** Stores a job that waits. */
export async function storeJob({ inspector }: LaunchedExtension, kind: JobKind, ref: string): Promise<void> {
  await inspector.evaluate(storeRows, { database: DATABASE_NAME, rows: { jobs: [jobRow(kind, ref)] } });
}

/** Stores a named value. */
export async function storeMeta<Name extends MetaName>(
  { inspector }: LaunchedExtension,
  name: Name,
  value: MetaValues[Name],
): Promise<void> {
  await inspector.evaluate(storeRows, { database: DATABASE_NAME, rows: { meta: [{ name, value }] } });
}

/** Ends the engine's own document with all that runs in it. */
export async function closeEngine({ inspector }: LaunchedExtension): Promise<void> {
  await inspector.evaluate(() => chrome.offscreen.closeDocument());
}

/** Workers of the engine that a tab shows, without the threads of the inference runtime, which do not answer. */
export function workersOf(page: Page, name: 'embedder' | 'analysis' | 'answers'): Worker[] {
  return page.workers().filter((worker) => worker.url().includes(`/${name}.worker`));
}

/**
 * Makes the timers of a page that are set for `fromMs` from now on go off after `toMs`, so that nobody waits for minutes.
 * Returns how to undo it.
 */
export async function shortenTimers(page: Page, fromMs: number, toMs: number): Promise<() => Promise<void>> {
  const original = await page.evaluateHandle(
    ([from, to]) => {
      const set = globalThis.setTimeout;
      globalThis.setTimeout = ((handler: () => void, durationMs?: number, ...rest: never[]) =>
        set(handler, durationMs === from ? to : durationMs, ...rest)) as typeof setTimeout;
      return set;
    },
    [fromMs, toMs] as const,
  );
  return async () => {
    await original.evaluate((set) => {
      globalThis.setTimeout = set;
    });
  };
}
