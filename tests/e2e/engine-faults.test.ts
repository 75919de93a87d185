import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineState } from '@/lib/app/ports/engine-status';
import { type EnginePage, openEngine } from '../support/engine-page';
import { type LaunchedExtension, launchExtension } from '../support/extension';

const BUILT = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const WEIGHTS = 'models/multilingual-e5-small-en-zh/onnx/model_quantized.onnx';
const TOKENIZER = 'models/multilingual-e5-small-en-zh/tokenizer.json';
const RUNTIME = 'ort/ort-wasm-simd-threaded.wasm';

describe('an engine whose files are not as they were published', () => {
  let scratch: string;
  let extension: LaunchedExtension;
  let engine: EnginePage;
  let embedded = 0;

  const file = (path: string) => join(scratch, 'extension', path);
  const read = (id: string) => engine.giveToEmbed([{ id, text: `Passage ${id} about rivers.`, lang: 'en' }]);
  const expectWaiting = async (state: EngineState) => {
    await engine.meta('engineStatus', (status) => status.state === state);
    expect(await extension.readTable('jobs')).toMatchObject([{ state: 'pending', attempts: 0, owner: '' }]);
  };
  const expectEmbedded = async () => {
    embedded += 1;
    expect((await engine.vectors(embedded)).size).toBe(embedded);
    await extension.waitForTable('jobs', (jobs) => jobs.length === 0);
  };

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'gleaner-faults-'));
    await cp(BUILT, join(scratch, 'extension'), { recursive: true });
    extension = await launchExtension({ extensionDir: join(scratch, 'extension') });
    engine = await openEngine(extension);
  });
  afterAll(async () => {
    await extension.close();
    await rm(scratch, { recursive: true, force: true });
  });

  it('says that the model is altered, lets the passage wait, and embeds it once the file is right again', async () => {
    const weights = await readFile(file(WEIGHTS));
    const middle = weights.length >> 1;
    const altered = Buffer.from(weights);
    altered.writeUInt8(weights.readUInt8(middle) ^ 1, middle);
    await writeFile(file(WEIGHTS), altered);
    await read('altered');
    await expectWaiting('model-altered');

    await writeFile(file(WEIGHTS), weights);
    await engine.page.reload();
    await expectEmbedded();
  });

  it('says that the model is missing, even when it was checked before', async () => {
    await rename(file(TOKENIZER), file('elsewhere.json'));
    await read('missing');
    await expectWaiting('model-missing');

    await rename(file('elsewhere.json'), file(TOKENIZER));
    await engine.page.reload();
    await expectEmbedded();
  });

  it('says that it failed when the runtime cannot start in a second worker either', async () => {
    const runtime = await readFile(file(RUNTIME));
    await writeFile(file(RUNTIME), runtime.subarray(0, runtime.length >> 1));
    await read('broken');
    await expectWaiting('failed');

    await writeFile(file(RUNTIME), runtime);
    await engine.page.reload();
    await expectEmbedded();
  });
});
