import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AnalysisPorts, analysePage } from '@/lib/app/analyse-page';
import type { Encoder } from '@/lib/app/ports/encoder';
import type { Centres } from '@/lib/domain/embedding/centring';
import type { Embedding, EncodingRole } from '@/lib/domain/embedding/model';
import type { Language } from '@/lib/domain/text/language';
import { createAnalysisStore } from '@/lib/storage/analysis-store';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createInterestStore } from '@/lib/storage/interest-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { createWordVectorStore } from '@/lib/storage/word-vector-store';
import bread from '../fixtures/bread-pages.json';
import { createNodeEncoder } from '../support/node-encoder';
import { readProjectFile } from '../support/source-tree';
import { buildOccurrence, buildPage, buildPassage, NOON } from '../support/study-rows';
import { taggers } from '../support/tagged-sentences';

const { centers } = JSON.parse(readProjectFile('public/models/multilingual-e5-small-en-zh/centers.json'));
const priors: Centres = { en: Float32Array.from(centers.en), zh: Float32Array.from(centers.zh) };

let model: Encoder;
const bodies = new Map<Language, readonly Embedding[]>();
let db: StudyDb;
let encoded: { texts: readonly string[]; role: EncodingRole }[];
let ports: AnalysisPorts;

beforeAll(async () => {
  model = await createNodeEncoder();
  for (const lang of ['en', 'zh'] as const)
    bodies.set(lang, await model.encode(bread[lang].paragraphs, 'passage'));
}, 60_000);

beforeEach(() => {
  db = createStudyDb(`analyse-${Math.random()}`);
  encoded = [];
  ports = {
    analyses: createAnalysisStore(db),
    embeddings: createEmbeddingStore(db),
    interests: createInterestStore(db),
    words: createWordVectorStore(db),
    encoder: {
      encode: (texts, role) => {
        encoded.push({ texts, role });
        return model.encode(texts, role);
      },
    },
    taggerFor: async (lang) => taggers[lang],
    hash: async (text) => createHash('sha256').update(text).digest('hex'),
  };
});
afterEach(() => db.delete());

/** Later than any delay that lets the queue settle. */
const SETTLED = NOON + 60_000;

/** Stores the page with passages in its language and their vectors, as reading and embedding do. */
async function read(lang: Language, pageId = `page-${lang}`): Promise<void> {
  const { title, paragraphs } = bread[lang];
  await db.pages.put(buildPage({ id: pageId, lang, title }));
  const passages = paragraphs.map((text, i) => buildPassage({ id: `${pageId}-${i}`, lang, text }));
  await db.passages.bulkPut(passages);
  await db.occurrences.bulkPut(
    passages.map(({ id }, order) => buildOccurrence({ pageId, passageId: id, order })),
  );
  const vectors = bodies.get(lang) ?? [];
  const byId = new Map(passages.map(({ id }, i) => [id, vectors[i] ?? new Float32Array(384)]));
  await createEmbeddingStore(db).complete([], byId, NOON);
}

async function analyse(pageId: string): Promise<void> {
  const queue = createJobQueue(db);
  await queue.enqueue('analyse', pageId, NOON);
  const claim = { kind: 'analyse', owner: 'me', limit: 10, leaseMs: 60_000, now: SETTLED } as const;
  const job = (await queue.claim(claim)).find(({ ref }) => ref === pageId);
  if (!job) throw new Error('the job was not claimed');
  await analysePage(job, ports, { priors, now: SETTLED });
}

const words = () => encoded.filter(({ role }) => role === 'query').flatMap(({ texts }) => texts);

describe.each(['en', 'zh'] as const)('analysePage, %s', (lang) => {
  it('stores key terms, mentions and exercises of the page', { timeout: 60_000 }, async () => {
    await read(lang);
    await analyse(`page-${lang}`);
    const concepts = await db.concepts.toArray();
    expect(concepts.length).toBeGreaterThanOrEqual(6);
    expect(concepts.every((concept) => concept.lang === lang)).toBe(true);
    const text = bread[lang].paragraphs.join('\n').toLowerCase();
    for (const { label } of concepts) expect(text).toContain(label.toLowerCase());
    for (const { passageId, start, end, conceptId } of await db.mentions.toArray()) {
      const mentioned = (await db.passages.get(passageId))?.text.slice(start, end);
      expect(concepts.find(({ id }) => id === conceptId)?.forms).toContain(mentioned);
    }
    expect(await db.exercises.count()).toBeGreaterThan(0);
    expect(await db.jobs.get(`analyse:page-${lang}`)).toBeUndefined();
  });

  it('encodes a word once, and the second analysis changes nothing', { timeout: 60_000 }, async () => {
    const tables = () =>
      Promise.all([db.concepts, db.mentions, db.exercises].map((table) => table.toArray()));
    await read(lang);
    await analyse(`page-${lang}`);
    const before = await tables();
    const known = new Set((await db.words.toArray()).map(({ id }) => id.split(':').at(-1)));
    encoded = [];
    await analyse(`page-${lang}`);
    expect(known.size).toBeGreaterThan(10);
    expect(words().filter((word) => known.has(word))).toEqual([]);
    expect(await tables()).toEqual(before);
  });
});

describe('analysePage', () => {
  it('treats the languages of one page apart', { timeout: 60_000 }, async () => {
    await read('en', 'mixed');
    const extra = buildPassage({ id: 'zh-extra', lang: 'zh', text: bread.zh.paragraphs.join('') });
    const code = buildPassage({ id: 'code', kind: 'code', text: 'unusual identifier unusual identifier' });
    await db.passages.bulkPut([
      extra,
      code,
      buildPassage({ id: 'fr', lang: 'other', text: 'Le pain lève.' }),
    ]);
    for (const passageId of ['zh-extra', 'code', 'fr'])
      await db.occurrences.put(buildOccurrence({ pageId: 'mixed', passageId, order: 99 }));
    await analyse('mixed');
    const concepts = await db.concepts.toArray();
    expect(new Set(concepts.map(({ lang }) => lang))).toEqual(new Set(['en', 'zh']));
    expect(concepts.some(({ label }) => /identifier|pain/.test(label))).toBe(false);
  });

  it('completes the job of a page that is gone', async () => {
    await analyse('gone');
    expect(await db.jobs.count()).toBe(0);
  });

  it('writes nothing when the model cannot answer', async () => {
    await read('en');
    ports = { ...ports, encoder: { encode: () => Promise.reject(new Error('no model')) } };
    await expect(analyse('page-en')).rejects.toThrow('no model');
    expect(await db.concepts.count()).toBe(0);
    expect(await db.jobs.get('analyse:page-en')).toMatchObject({ state: 'running' });
  });
});
