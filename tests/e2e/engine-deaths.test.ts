import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { askSearch } from '../support/ask-search';
import { type EnginePage, openEngine, type PassageToRead } from '../support/engine-page';
import {
  closeEngine,
  shortenTimers,
  storeJob,
  storeMeta,
  storePassages,
  tell,
  workersOf,
} from '../support/engine-work';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { watchOffscreenEngine } from '../support/offscreen-engine';
import { until } from '../support/until';

declare const chrome: Pick<typeof browser, 'runtime'>;

const DEATHS = 5;
const SILENCE_MS = 20_000;
const IDLE_MS = 5 * 60_000;
const REST_LOOK_MS = 60_000;

const makePassages = (name: string, count: number): PassageToRead[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${name}-${i}`,
    text: `Lesson ${i} of ${name} explains ${'step by step '.repeat(3 + (i % 20))}how a river shapes its valley.`,
    lang: 'en',
  }));

function refuseMemory(): void {
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError('out of memory');
  };
}

describe('an engine in whose work something happens', () => {
  let extension: LaunchedExtension;
  let engine: EnginePage;
  let embedded = 0;

  const add = async (name: string, count = 1) => {
    await storePassages(extension, makePassages(name, count));
    await tell(extension, 'engine.wake', null);
    embedded += count;
  };
  const expectEachOnce = async () => {
    expect((await engine.vectors(embedded)).size).toBe(embedded);
    await extension.waitForTable('jobs', (jobs) => jobs.length === 0);
    const { means } = await engine.meta('languageMeans', () => true);
    expect(means.en?.count).toBe(embedded);
  };
  /** The worker that has the model now, started when there is none. One that is being ended is still listed for a moment. */
  const embedder = async (): Promise<Worker> => {
    for (const worker of workersOf(engine.page, 'embedder').toReversed())
      if (await worker.evaluate(() => true).catch(() => false)) return worker;
    await add(`start ${embedded}`);
    await expectEachOnce();
    return embedder();
  };
  const expectReplaced = (worker: Worker) =>
    until(
      async () => workersOf(engine.page, 'embedder'),
      (workers) => workers.length > 0 && !workers.includes(worker),
    );

  beforeAll(async () => {
    extension = await launchExtension();
    engine = await openEngine(extension);
    // Otherwise workers come and go that find out how many threads are best.
    const cores = await engine.page.evaluate(() => navigator.hardwareConcurrency);
    await storeMeta(extension, 'threadProbe', { cores, batchMs: {}, threads: Math.min(2, cores) });
  });
  afterAll(() => extension.close());

  it('embeds each passage once, though its document dies five times', async () => {
    const count = 40;
    await storePassages(extension, makePassages('deaths', count));
    await engine.page.reload();
    for (let death = 1; death <= DEATHS; death++) {
      await engine.vectors(death);
      const jobs = await extension.waitForTable('jobs', (rows) =>
        rows.some((job) => job.state === 'running'),
      );
      expect(jobs.length).toBeGreaterThan(0);
      await engine.page.reload();
    }
    embedded += count;
    await expectEachOnce();
  });

  it('replaces a worker that runs in circles', async () => {
    const worker = await embedder();
    const undo = await shortenTimers(engine.page, SILENCE_MS, 1_000);
    // Chromium does not end a worker in the middle of what a debugger told it.
    await worker.evaluate(() => {
      setTimeout(() => {
        for (;;);
      });
    });
    await add('circles');
    await expectReplaced(worker);
    await undo();
    await expectEachOnce();
  });

  it('recovers from a worker that broke and two that got no memory, as soon as it is told to', async () => {
    const worker = await embedder();
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('broken');
      });
    });
    const refuse = (next: Worker) => void next.evaluate(refuseMemory).catch(() => {});
    engine.page.on('worker', refuse);
    await add('memory');
    const { detail } = await engine.meta('engineStatus', ({ state }) => state === 'failed');
    expect(detail).toMatch(/memory|alloc/i);
    expect(await extension.readTable('jobs')).toMatchObject([{ state: 'pending', attempts: 0 }]);
    engine.page.off('worker', refuse);
    await tell(extension, 'engine.try-again', null);
    await expectEachOnce();
  });

  it('replaces a worker that has grown by 200 megabytes, and no work is lost', async () => {
    const worker = await embedder();
    await worker.evaluate(() => {
      const pages = 200 * 16;
      Object.assign(self, { ballast: new WebAssembly.Memory({ initial: pages }) });
    });
    await add('grown', 4);
    await expectEachOnce();
    await until(
      async () => workersOf(engine.page, 'embedder'),
      (workers) => !workers.includes(worker),
    );
  });

  it('ends workers that nobody needs', async () => {
    await embedder();
    const undo = await shortenTimers(engine.page, IDLE_MS, 1_000);
    await storeJob(extension, 'refit', 'all');
    await add('last');
    await expectEachOnce();
    await until(
      async () => engine.page.workers().length,
      (count) => count === 0,
    );
    await undo();
    await add('again');
    await expectEachOnce();
  });

  it('has one document of its own, opened by twenty calls at once, and again when it is gone', async () => {
    const documents = () =>
      extension.inspector.evaluate(async () => {
        const all = await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
        return all.map(({ documentId }) => documentId);
      });
    const ask = () => Promise.all(Array.from({ length: 20 }, () => tell(extension, 'study.try-again', null)));
    await ask();
    const [first, ...others] = await documents();
    expect(first).toBeDefined();
    expect(others).toEqual([]);
    await closeEngine(extension);
    expect(await documents()).toEqual([]);
    await ask();
    const [second, ...more] = await documents();
    expect(second).not.toBe(first);
    expect(more).toEqual([]);
  });

  it('leaves when there is nothing to do, and comes back for a question', async () => {
    await engine.page.close();
    const own = await watchOffscreenEngine(extension);
    await own.hasten({ setTimeout: { [IDLE_MS]: 500 }, setInterval: { [REST_LOOK_MS]: 500 } });
    await storePassages(extension, makePassages('before leaving', 1));
    await tell(extension, 'study.changed', null);
    await extension.waitForTable('jobs', (jobs) => jobs.length === 0);
    await until(own.isOpen, (isOpen) => !isOpen);
    const { hits } = await askSearch(extension, 'how a river shapes its valley');
    expect(hits.length).toBeGreaterThan(0);
    expect(await own.isOpen()).toBe(true);
  });
});
