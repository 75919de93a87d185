import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centre } from '@/lib/domain/embedding/centring';
import { findNearest } from '@/lib/domain/embedding/nearest';
import { dot } from '@/lib/domain/embedding/vector';
import type { Language } from '@/lib/domain/text/language';
import { askSearch } from '../support/ask-search';
import { type EnginePage, openEngine, type PassageToRead } from '../support/engine-page';
import { storeJob } from '../support/engine-work';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { hastenTimers } from '../support/hasten-timers';

/** How long the engine rests before it tries threads. */
const TRIAL_AFTER_MS = 30_000;

const readJson = (path: string) => JSON.parse(readFileSync(resolve(import.meta.dirname, path), 'utf8'));

const pairs: Record<Language, string>[] = readJson('../fixtures/parallel-passages.json');
const { centers } = readJson('../../public/models/multilingual-e5-small-en-zh/centers.json');

const translations: PassageToRead[] = (['en', 'zh'] as const).flatMap((lang) =>
  pairs.map((pair, i) => ({ id: `${lang}:${i}`, text: pair[lang], lang })),
);

/** From two tokens to far more than the model reads, with what a page may hold by accident. */
const odd: PassageToRead[] = [
  { id: 'long', text: 'A very long passage about nothing in particular. '.repeat(400), lang: 'en' },
  { id: 'blank', text: '   ', lang: 'other' },
  { id: 'surrogate', text: `half an emoji \ud83d and a whole one 🌱`, lang: 'other' },
  { id: 'bidi', text: 'left \u202e thgir <script>alert(1)</script>', lang: 'en' },
  { id: 'digit', text: '7', lang: 'other' },
];

const everything = [...translations, ...odd];

const centredOf = (vectors: ReadonlyMap<string, Float32Array>, lang: Language) =>
  new Map(
    [...vectors]
      .filter(([id]) => id.startsWith(`${lang}:`))
      .map(([id, vector]) => [id, centre(vector, Float32Array.from(centers[lang]))]),
  );

describe('the engine in the built extension', () => {
  let extension: LaunchedExtension;
  let engine: EnginePage;
  let vectors: Map<string, Float32Array>;

  beforeAll(async () => {
    extension = await launchExtension({ blockNetwork: true });
    engine = await openEngine(extension);
    await engine.page.addInitScript(hastenTimers, { setTimeout: { [TRIAL_AFTER_MS]: 1_000 } });
    await engine.giveToEmbed(translations);
    await engine.vectors(translations.length);
    await engine.giveToEmbed(odd);
    vectors = await engine.vectors(everything.length);
  });
  afterAll(() => extension.close());

  it('gives each passage one finite vector of unit length', () => {
    expect([...vectors.keys()].sort()).toEqual(everything.map(({ id }) => id).sort());
    for (const vector of vectors.values()) expect(dot(vector, vector)).toBeCloseTo(1, 2);
  });

  it('puts a passage and its translation side by side, and nearer than anything else', () => {
    const english = centredOf(vectors, 'en');
    for (const [id, vector] of centredOf(vectors, 'zh')) {
      const [nearest, next] = findNearest(vector, english, 2);
      expect(nearest?.id).toBe(id.replace('zh:', 'en:'));
      expect(nearest?.similarity).toBeGreaterThan(0.4);
      expect(next?.similarity).toBeLessThan(0.3);
    }
  });

  it('gives a passage nearly the same vector alone as in a batch of mixed lengths', async () => {
    const [first, last] = [translations[0], translations.at(-1)];
    for (const [i, passage] of [first, last].entries()) {
      if (!passage) throw new Error('There are no passages.');
      await engine.giveToEmbed([{ ...passage, id: `alone:${passage.id}` }]);
      const alone = (await engine.vectors(everything.length + i + 1)).get(`alone:${passage.id}`);
      const inBatch = vectors.get(passage.id);
      if (!alone || !inBatch) throw new Error(`${passage.id} has no vector.`);
      expect(dot(alone, inBatch)).toBeGreaterThan(0.998);
    }
  });

  it('tries threads on this device while it rests, and then runs as many as were fastest', async () => {
    expect(await engine.page.evaluate(() => crossOriginIsolated)).toBe(true);
    const probe = await engine.meta('threadProbe', () => true);
    const most = String(Math.min(4, probe.cores));
    expect(Object.keys(probe.batchMs)).toEqual(probe.cores > 1 ? ['1', most] : ['1']);
    await engine.giveToEmbed([{ id: 'after the trial', text: 'A river shapes its valley.', lang: 'en' }]);
    await engine.vectors(everything.length + 3);
    const status = await engine.meta('engineStatus', ({ state }) => state === 'idle');
    expect(status.threads).toBe(probe.threads);
    // The model's own worker is not counted as a thread of the runtime.
    const runtimeWorkers = engine.page.workers().filter((worker) => worker.url().includes('/ort/'));
    expect(runtimeWorkers).toHaveLength(probe.threads - 1);
  });

  it.each([
    ['How do plants use the light of the sun?', 'en:0', 'zh:0'],
    ['植物如何利用阳光制造糖？', 'zh:0', 'en:0'],
    ['心脏有几个腔室', 'zh:3', 'en:3'],
  ])('finds what answers "%s", and its translation next', async (question, own, translated) => {
    const { hits, tier } = await askSearch(extension, question);
    expect(tier).toBe('hybrid');
    const found = hits.filter(({ passageId }) => !passageId.startsWith('alone:'));
    expect(found.slice(0, 2).map(({ passageId }) => passageId)).toEqual([own, translated]);
    expect(found[0]?.terms).not.toEqual([]);
    expect(found[1]?.terms).toEqual([]);
  });

  it('answers whatever is asked', async () => {
    for (const question of ['', 'the of and', '?!…', '🌱', '\ud83d', '水', '(a+)+$', 'x'.repeat(1_000)])
      expect((await askSearch(extension, question)).tier).toBe('hybrid');
  });

  it('answers while clusters are made', async () => {
    await storeJob(extension, 'refit', 'all');
    await engine.page.reload();
    const [{ hits }] = await Promise.all([
      askSearch(extension, 'interest rates'),
      extension.waitForTable('jobs', (jobs) => jobs.length === 0),
    ]);
    expect(hits[0]?.passageId).toBe('en:2');
  });

  it.each([
    ['a worker from a blob', () => void new Worker(URL.createObjectURL(new Blob(['0'])))],
    ['a worker from elsewhere', () => void new Worker('https://course.test/worker.js')],
    ['markup from text', () => void Reflect.set(document.body, 'innerHTML', '<b>x</b>')],
    ['a script from text', () => void Reflect.set(document.createElement('script'), 'text', '0')],
  ])('refuses %s', async (_, attempt) => {
    await expect(engine.page.evaluate(attempt)).rejects.toThrow(/TypeError|Trusted/);
  });

  it('remembers for which version the model was checked', async () => {
    const { version } = readJson('../../package.json');
    expect(await engine.meta('modelVerified', () => true)).toMatchObject({ version });
  });

  it('leaves no job behind', async () => {
    expect(await extension.readTable('jobs')).toEqual([]);
  });
});
