import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineState } from '@/lib/app/ports/engine-status';
import { dot, normalise } from '@/lib/domain/embedding/vector';
import { askSearch } from '../support/ask-search';
import { openEngine, type PassageToRead } from '../support/engine-page';
import { closeEngine, storeMeta, storePassages, tell } from '../support/engine-work';
import { launchExtension } from '../support/extension';
import { exerciseInView, giveAnswer, takeSuggestedRating, WORDS } from '../support/learner';
import { writeNarrowModel } from '../support/narrow-model';
import { read, type Study, startStudy, waitForExercises } from '../support/study';
import { passageIdsIn } from '../support/study-tables';

const BUILT = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const WEIGHTS = 'models/multilingual-e5-small-en-zh/onnx/model_quantized.onnx';
const TOKENIZER = 'models/multilingual-e5-small-en-zh/tokenizer.json';
const RUNTIME = 'ort/ort-wasm-simd-threaded.wasm';

const cutInHalf = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);

function flipBit(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  const middle = bytes.length >> 1;
  flipped.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  return flipped;
}

describe('an engine whose files are not as they were published', () => {
  let scratch: string;
  let study: Study;

  const file = (path: string) => join(scratch, 'extension', path);
  const expectWaiting = async (state: EngineState) => {
    await study.extension.waitForTable('meta', (rows) =>
      rows.some(({ name, value }) => name === 'engineStatus' && Object(value).state === state),
    );
    const jobs = await study.extension.readTable('jobs');
    expect(jobs.filter(({ kind }) => kind === 'embed')).toMatchObject([
      { state: 'pending', attempts: 0, owner: '' },
    ]);
  };

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'gleaner-faults-'));
    await cp(BUILT, join(scratch, 'extension'), { recursive: true });
    study = await startStudy({ extensionDir: join(scratch, 'extension') });
  });
  afterAll(async () => {
    await study.end();
    await rm(scratch, { recursive: true, force: true });
  });

  it('lets the learner read and answer while the model is missing, says so once, and goes on when it is back', async () => {
    const { extension, page } = study;
    await read(study, '/bees.html');
    const exercises = await waitForExercises(study, 1);
    await closeEngine(extension);
    await rename(file(TOKENIZER), file('elsewhere.json'));
    await read(study, '/tea.html');
    await extension.waitForTable('pages', (rows) => rows.length === 2);

    const notice = WORDS.en.common['engine.model-missing'];
    const popup = await extension.openPopup(page);
    await popup.getByText(notice).waitFor();
    expect(await popup.getByText(notice).count()).toBe(1);
    expect(await askSearch(extension, 'bees')).toMatchObject({ tier: 'lexical', reason: 'model-missing' });
    const asked = await exerciseInView(popup, exercises);
    await giveAnswer(popup, asked, asked.key);
    await takeSuggestedRating(popup);
    await extension.waitForTable('reviews', (rows) => rows.length === 1);

    await rename(file('elsewhere.json'), file(TOKENIZER));
    await tell(extension, 'study.try-again', null);
    await popup.getByText(notice).waitFor({ state: 'detached' });
    expect((await waitForExercises(study, 2)).length).toBeGreaterThan(exercises.length);
    await popup.close();
  });

  it.each<{ id: string; path: string; damage: (bytes: Buffer) => Uint8Array; state: EngineState }>([
    { id: 'flipped weights', path: WEIGHTS, damage: flipBit, state: 'model-altered' },
    { id: 'half the weights', path: WEIGHTS, damage: cutInHalf, state: 'model-altered' },
    { id: 'a narrow model', path: WEIGHTS, damage: writeNarrowModel, state: 'model-altered' },
    { id: 'half the runtime', path: RUNTIME, damage: cutInHalf, state: 'failed' },
  ])('lets work wait over $id, and goes on once all is right again', async ({ id, path, damage, state }) => {
    const { extension } = study;
    const published = await readFile(file(path));
    await writeFile(file(path), damage(published));
    await closeEngine(extension);
    if (damage === flipBit) await storeMeta(extension, 'modelVerified', { version: 'older', at: 1 });
    await storePassages(extension, [{ id, text: `A passage about ${id}.`, lang: 'en' }]);
    await tell(extension, 'study.changed', null);
    await expectWaiting(state);

    await writeFile(file(path), published);
    await tell(extension, 'study.try-again', null);
    await extension.waitForTable('jobs', (jobs) => jobs.length === 0);
    expect(passageIdsIn(await extension.readTable('vectorChunks'))).toContain(id);
  });
});

describe('an engine in a package without the keys that isolate its pages', () => {
  const samples: readonly PassageToRead[] = [
    { id: 'short', text: 'A river shapes its valley.', lang: 'en' },
    { id: 'chinese', text: '一条河在几千年里塑造了它的山谷，也塑造了山谷里的村庄。', lang: 'zh' },
    { id: 'long', text: 'Bees dance to tell each other where flowers are. '.repeat(20), lang: 'en' },
  ];

  async function embedWith(extensionDir: string, threads: number) {
    const extension = await launchExtension({ extensionDir });
    try {
      const engine = await openEngine(extension);
      const cores = await engine.page.evaluate(() => navigator.hardwareConcurrency);
      await storeMeta(extension, 'threadProbe', { cores, batchMs: {}, threads });
      await engine.giveToEmbed(samples);
      const vectors = await engine.vectors(samples.length);
      const status = await engine.meta('engineStatus', ({ state }) => state === 'idle');
      const helpers = engine.page.workers().filter((worker) => worker.url().includes('/ort/'));
      const isolated = await engine.page.evaluate(() => crossOriginIsolated);
      return { vectors, threads: status.threads, helpers: helpers.length, isolated };
    } finally {
      await extension.close();
    }
  }

  it('has one thread where an isolated one has two, and makes the same vectors', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'gleaner-isolation-'));
    await cp(BUILT, scratch, { recursive: true });
    const isolated = await embedWith(scratch, 2);
    expect(isolated).toMatchObject({ isolated: true, threads: 2, helpers: 1 });

    const {
      cross_origin_embedder_policy: _,
      cross_origin_opener_policy: __,
      ...manifest
    } = JSON.parse(await readFile(join(scratch, 'manifest.json'), 'utf8'));
    await writeFile(join(scratch, 'manifest.json'), JSON.stringify(manifest));
    const open = await embedWith(scratch, 2);
    await rm(scratch, { recursive: true, force: true });
    expect(open).toMatchObject({ isolated: false, threads: 1, helpers: 0 });
    for (const [id, vector] of isolated.vectors) {
      const other = open.vectors.get(id) ?? new Float32Array();
      expect(dot(normalise(vector), normalise(other))).toBeGreaterThan(0.9999);
    }
  });
});
