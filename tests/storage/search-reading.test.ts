import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EncoderError } from '@/lib/app/ports/encoder';
import { createSearchIndex } from '@/lib/app/search-index';
import { type SearchReadingPorts, searchReading } from '@/lib/app/search-reading';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import type { Passage } from '@/lib/domain/reading/model';
import type { SearchFilters } from '@/lib/domain/search/model';
import { createSeededRandom } from '@/lib/domain/shared/random';
import { addChunk, encodeVectors } from '@/lib/storage/coded-vectors';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createSearchSource } from '@/lib/storage/search-source';
import { createVectorChunks } from '@/lib/storage/stored-vectors';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { randomVector } from '../support/seed-vectors';
import { buildOccurrence, buildPage, buildPassage, NOON } from '../support/study-rows';

const random = createSeededRandom(5);
/** Directions that texts and questions about the same subject share. */
const subjects = { heat: randomVector(random), cells: randomVector(random), money: randomVector(random) };
type Subject = keyof typeof subjects;

let db: StudyDb;
let ports: SearchReadingPorts;
let encode: () => Promise<Float32Array[]>;
let letPatienceEnd: () => void;

/** A search that knows nothing yet, as a worker that has just started. */
function startSearch(over: StudyDb): SearchReadingPorts {
  const source = createSearchSource(over);
  const loadPriors = async () => ({ en: new Float32Array(384), zh: new Float32Array(384) });
  const vectors = createVectorChunks(over);
  return {
    index: createSearchIndex({ source, vectors, loadPriors, pause: async () => {} }),
    source,
    encoder: { encode: () => encode() },
    wait: () =>
      new Promise((resolve) => {
        letPatienceEnd = resolve;
      }),
  };
}

beforeEach(() => {
  db = createStudyDb(`search-${Math.random()}`);
  encode = async () => [subjects.heat];
  ports = startSearch(db);
});
afterEach(() => db.delete());

async function read(change: Partial<Passage> & { id: string }, lastReadAt = NOON) {
  await db.pages.put(buildPage());
  await db.passages.put(buildPassage(change));
  await db.occurrences.put(buildOccurrence({ passageId: change.id, lastReadAt }));
}

async function embed(id: string, subject: Subject, modelId = MODEL_ID) {
  await db.transaction('rw', db.vectorChunks, db.vectorDirectory, async () =>
    addChunk(db, modelId, encodeVectors(new Map([[id, subjects[subject]]]))),
  );
}

const ask = (text: string, filters: SearchFilters = {}) => searchReading(ports, { text, filters, limit: 10 });
const idsFor = async (text: string, filters?: SearchFilters) =>
  (await ask(text, filters)).hits.map(({ passageId }) => passageId);

describe('searching what was read', () => {
  beforeEach(async () => {
    await read({ id: 'water', text: 'Water boils at 100 degrees.' });
    await read(
      { id: 'zh', text: '沸水的温度是一百度。', lang: 'zh', origin: 'https://zh.test' },
      NOON + 1_000,
    );
    await read({ id: 'cells', text: 'A cell divides in two.', interestId: 'biology' }, NOON + 2_000);
    await embed('water', 'heat');
    await embed('zh', 'heat');
    await embed('cells', 'cells');
  });

  it('finds by words and by meaning, in both languages, and says which words', async () => {
    const { hits, tier } = await ask('When does water boil?');
    expect(tier).toBe('hybrid');
    expect(hits.map(({ passageId, terms }) => [passageId, terms])).toEqual([
      ['water', ['Water', 'boils']],
      ['zh', []],
    ]);
    expect((await ask('沸水')).hits).toMatchObject([
      { passageId: 'zh', terms: ['沸水'] },
      { passageId: 'water' },
    ]);
  });

  it.each<[string, SearchFilters, string[]]>([
    ['site', { site: 'https://zh.test' }, ['zh']],
    ['interest', { interestId: 'biology' }, ['cells']],
    ['start', { from: NOON + 1_000 }, ['zh']],
    ['end', { until: NOON + 1_000 }, ['water']],
    ['all of them', { site: 'https://zh.test', interestId: 'biology' }, []],
  ])('keeps to a %s before it ranks', async (_, filters, expected) => {
    expect(await idsFor(filters.interestId ? 'cell' : 'water', filters)).toEqual(expected);
  });

  it('finds the same in the same order after everything was closed and opened again', async () => {
    // An index that followed what came, and one that finds all of it there.
    const questions = ['When does water boil?', '沸水', 'cell'];
    await ask('water');
    await read({ id: 'steam', text: 'Steam is water that has boiled away.' }, NOON + 3_000);
    await embed('steam', 'heat');
    const before = [];
    for (const question of questions) before.push(await ask(question));
    const { name } = db;
    db.close();
    db = createStudyDb(name);
    ports = startSearch(db);
    const after = [];
    for (const question of questions) after.push(await ask(question));
    expect(after).toEqual(before);
    expect(before.map(({ hits }) => hits.length > 0)).toEqual([true, true, true]);
  });

  it('answers soundly whatever is asked', async () => {
    encode = async () => [subjects.money];
    for (const text of [
      '',
      '   ',
      'the of and',
      '?!…',
      '🌱',
      '\ud83d',
      '水',
      '的',
      'x'.repeat(1_000),
      '(a+)+$',
    ])
      expect((await ask(text)).tier).toBe('hybrid');
    expect(await idsFor('')).toEqual([]);
    expect(await idsFor('\ud83d')).toEqual([]);
  });

  it('finds what was read and embedded since, and when it was read again', async () => {
    await ask('water');
    await read({ id: 'steam', text: 'Steam is a gas.' });
    expect(await idsFor('steam')).toContain('steam');
    await embed('steam', 'heat');
    expect(await idsFor('how hot is it')).toContain('steam');
    await read({ id: 'steam', text: 'Steam is a gas.' }, NOON + 9_000);
    expect(await idsFor('gas', { from: NOON + 9_000 })).toEqual(['steam']);
  });

  it('never finds what was forgotten, not even with the next question', async () => {
    expect(await idsFor('water')).toContain('water');
    await createErasure(db).forget({ kind: 'page', pageId: 'page-1' }, NOON);
    expect(await idsFor('water')).toEqual([]);
  });

  it('never finds what was forgotten while it was being asked for', async () => {
    await ask('water');
    const { index } = ports;
    const deleteFirst = index.follow;
    ports = {
      ...ports,
      index: { ...index, follow: () => deleteFirst().then(() => db.passages.delete('water')) },
    };
    expect(await idsFor('water')).toEqual(['zh']);
  });

  it('finds nothing once everything was erased, and starts anew', async () => {
    await ask('water');
    await createErasure(db).forgetEverything();
    expect(await idsFor('water')).toEqual([]);
    await read({ id: 'again', text: 'Water again.' });
    expect(await idsFor('water')).toEqual(['again']);
  });

  it('follows a refit of many passages', async () => {
    await ask('water');
    const many = Array.from({ length: 60 }, (_, i) =>
      buildPassage({ id: `many-${i}`, text: `Snow number ${i}.` }),
    );
    await db.passages.bulkPut(many);
    expect(await idsFor('snow')).toHaveLength(10);
    await db.passages.bulkPut(many.map((passage) => ({ ...passage, interestId: 'winter' })));
    expect(await idsFor('snow', { interestId: 'winter' })).toHaveLength(10);
    expect(await idsFor('water', { interestId: 'winter' })).toEqual([]);
  });

  it('never compares with vectors of another model', async () => {
    await read({ id: 'old', text: 'Ice melts.' });
    await embed('old', 'heat', 'another-model');
    expect(await idsFor('how hot is it')).not.toContain('old');
  });
});

describe('while the model cannot be asked', () => {
  beforeEach(() => read({ id: 'water', text: 'Water boils at 100 degrees.' }));

  it.each([
    ['model-missing', 'model-missing'],
    ['model-altered', 'model-altered'],
    ['engine-failed', 'engine-failed'],
    ['out-of-memory', 'engine-failed'],
    ['aborted', 'starting'],
  ] as const)('answers by words and says why: %s', async (code, reason) => {
    encode = () => Promise.reject(new EncoderError(code, 'no'));
    expect(await ask('boiling')).toMatchObject({ hits: [{ passageId: 'water' }], tier: 'lexical', reason });
    expect((await ask('nothing alike')).hits).toEqual([]);
  });

  it('waits no longer than its patience for a model that is starting', async () => {
    await ask('water');
    encode = () => new Promise(() => {});
    const answer = ask('boiling');
    letPatienceEnd();
    expect(await answer).toMatchObject({ tier: 'lexical', reason: 'starting' });
  });
});
