import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '@/lib/app/ports/encoder';
import { type WritingInput, writeExercises } from '@/lib/app/write-exercises';
import { chooseKeyphrases, findPromisingTerms } from '@/lib/domain/concepts/extract-keyphrases';
import type { Embedding } from '@/lib/domain/embedding/model';
import type { Exercise } from '@/lib/domain/exercises/model';
import type { Passage } from '@/lib/domain/reading/model';
import type { Language } from '@/lib/domain/text/language';
import pages from '../../fixtures/bread-pages.json';
import { createNodeEncoder } from '../../support/node-encoder';
import { buildPassage, NOON } from '../../support/study-rows';
import { taggers } from '../../support/tagged-sentences';

const hash = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');
const unusable: Encoder = { encode: () => Promise.reject(new Error('the encoder was not to be asked')) };
/** Loading the model on a busy machine takes its time. */
const MODEL_TIMEOUT = 60_000;
const LANGUAGES: readonly Language[] = ['en', 'zh'];

function inputFor(lang: Language, change: Partial<WritingInput> = {}): WritingInput {
  const { title, paragraphs } = pages[lang];
  const passages = paragraphs.map((text, order) => buildPassage({ id: `${lang}-${order}`, lang, text }));
  const promising = findPromisingTerms({ lang, title, passages }, taggers[lang]);
  return {
    page: { pageId: `page-${lang}`, title, passages },
    keyphrases: { [lang]: chooseKeyphrases(promising, 12) },
    concepts: {},
    stored: [],
    vectors: new Map(),
    passageLanguages: new Map(passages.map(({ id }) => [id, lang])),
    ...change,
  };
}

const write = (input: WritingInput, encoder = unusable): Promise<Exercise[]> =>
  writeExercises(input, { encoder, taggers, hash, now: NOON });

function passageOf(input: WritingInput, exercise: Exercise): Passage {
  const passage = input.page.passages.find(({ id }) => id === exercise.passageId);
  if (passage === undefined) throw new Error('no passage');
  return passage;
}

describe.each(LANGUAGES)('writeExercises, %s, without vectors', (lang) => {
  const input = inputFor(lang);
  let written: Exercise[];

  beforeAll(async () => {
    written = await write(input);
  });

  it('writes both kinds, at most two for each passage', () => {
    expect(new Set(written.map(({ kind }) => kind))).toEqual(new Set(['cloze', 'choice']));
    for (const { id } of input.page.passages) {
      expect(written.filter(({ passageId }) => passageId === id).length).toBeLessThanOrEqual(2);
    }
    expect(new Set(written.map(({ passageId }) => passageId)).size).toBeGreaterThan(2);
  });

  it('quotes its source: stem and key restore the sentence, which stands in the passage', () => {
    for (const exercise of written) {
      const { stem, key, source } = exercise;
      expect(stem.before + key + stem.after).toBe(source.sentence);
      expect(passageOf(input, exercise).text.slice(source.start, source.end)).toBe(source.sentence);
    }
  });

  it('offers two or three wrong options, and never the key among them', () => {
    for (const { kind, key, distractors } of written) {
      expect(distractors).not.toContain(key);
      expect(new Set(distractors).size).toBe(distractors.length);
      expect(kind === 'choice' ? [2, 3] : [0]).toContain(distractors.length);
    }
  });

  it('asks for each key once, new from now on, with the reasons for its choice', () => {
    expect(new Set(written.map(({ key }) => key)).size).toBe(written.length);
    for (const exercise of written) {
      expect(exercise).toMatchObject({ lang, status: 'active', createdAt: NOON });
      expect(exercise.memory).toMatchObject({ phase: 'new', dueAt: NOON });
      expect(exercise.quality.score).toEqual(expect.any(Number));
    }
  });

  it('gives the same exercises for the same page, and nothing that is stored', async () => {
    expect(await write(input)).toEqual(written);
    const again = await write({ ...input, stored: written });
    const known = new Set(written.map(({ id }) => id));
    expect(again.filter(({ id }) => known.has(id))).toEqual([]);
    for (const { id } of input.page.passages) {
      const both = [...written, ...again].filter(({ passageId }) => passageId === id);
      expect(both.length).toBeLessThanOrEqual(2);
    }
  });

  it('asks nothing about code, tables or a language it does not know', async () => {
    const page = {
      ...input.page,
      passages: input.page.passages.map((one) => ({ ...one, kind: 'code' as const })),
    };
    expect(await write({ ...input, page })).toEqual([]);
    const languages = new Map([...input.passageLanguages.keys()].map((id) => [id, 'other' as const]));
    expect(await write({ ...input, passageLanguages: languages })).toEqual([]);
  });
});

describe('writeExercises with the model', () => {
  let encoder: Encoder;

  beforeAll(async () => {
    encoder = await createNodeEncoder();
  }, MODEL_TIMEOUT);

  it.each(LANGUAGES)(
    'uses what sentences of %s mean, and still quotes them',
    { timeout: MODEL_TIMEOUT },
    async (lang) => {
      const plain = inputFor(lang);
      const { passages } = plain.page;
      const texts = passages.map(({ text }) => text);
      const encoded = await encoder.encode(texts, 'passage');
      const vectors = new Map<string, Embedding>();
      for (const [index, { id }] of passages.entries()) vectors.set(id, encoded[index] ?? new Float32Array());
      const written = await write({ ...plain, vectors }, encoder);
      expect(written.length).toBeGreaterThan(3);
      for (const { stem, key, source } of written)
        expect(stem.before + key + stem.after).toBe(source.sentence);
      expect(new Set(written.map(({ kind }) => kind)).size).toBe(2);
    },
  );
});

it('keeps markup and control characters of a page as the text that they are', async () => {
  const text =
    'The bakery of Pompeii sold <script>alert(1)</script> loaves in the year 79. ' +
    'Volcanic ash of \u202eVesuvius\u202c buried eighty-one loaves of bread in Pompeii in 79.';
  const passage = buildPassage({ text });
  const input = inputFor('en', {
    page: { pageId: 'page', title: 'Bread', passages: [passage] },
    passageLanguages: new Map([[passage.id, 'en']]),
    keyphrases: {},
  });
  for (const { stem, key, source } of await write(input)) {
    expect(text).toContain(stem.before + key + stem.after);
    expect(source.sentence).not.toContain('<script>');
  }
});

it('gets through pages without a full stop in time', async () => {
  const texts = [
    'word and number 12 '.repeat(10_000),
    '词语和数字12、'.repeat(10_000),
    '约翰·'.repeat(20_000),
  ];
  for (const text of texts) {
    const lang = text.startsWith('word') ? 'en' : 'zh';
    const passage = buildPassage({ id: text.slice(0, 4), text, lang });
    const input = inputFor(lang, {
      page: { pageId: 'page', title: '', passages: [passage] },
      passageLanguages: new Map([[passage.id, lang]]),
      keyphrases: {},
    });
    const started = performance.now();
    expect(await write(input)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  }
});
