import { EMBEDDING_DIMENSION, MODEL_ID } from '@/lib/domain/embedding/model';
import { noteDecision } from '@/lib/storage/capture-log';
import { readMeta, writeMeta } from '@/lib/storage/meta';
import type { TableRows } from '@/lib/storage/schema';
import type { StudyDb } from '@/lib/storage/study-db';
import { appendVectors } from '@/lib/storage/vector-chunks';
import { saveWordVectors } from '@/lib/storage/word-vector-store';
import {
  buildExercise,
  buildInterest,
  buildOccurrence,
  buildPage,
  buildPassage,
  buildReview,
  NOON,
} from './study-rows';

/** Noon of the day on which a reading is planted unless it says otherwise. */
export const DAY_MS = 86_400_000;

/** What a reading leaves in each table. A table without an entry here has no test that it is forgotten. */
type Planter = (db: StudyDb, reading: Planted) => Promise<unknown>;

export interface Planted {
  /** A word that stands in this reading and nowhere else. */
  readonly word: string;
  readonly origin: string;
  readonly at: number;
  readonly pageId: string;
  readonly passageId: string;
  readonly visitId: string;
  readonly interestId: string;
  readonly exerciseId: string;
}

export function planted(word: string, at = NOON): Planted {
  return {
    word,
    at,
    origin: `http://${word}.test:8080`,
    pageId: `page-${word}`,
    passageId: `passage-${word}`,
    visitId: `${hexOf(word)}:page-${word}`,
    interestId: `interest-${word}`,
    exerciseId: `exercise-${word}`,
  };
}

/** An id that does not spell the word it belongs to. */
function hexOf(word: string): string {
  return [...word].map((letter) => letter.charCodeAt(0).toString(16)).join('');
}

const textOf = (word: string) => `The word of this lesson is ${word} and nothing else.`;

export const PLANTERS: Readonly<Record<keyof TableRows, Planter>> = {
  pages: (db, { word, origin, at, pageId }) =>
    db.pages.add(
      buildPage({
        id: pageId,
        origin,
        url: `${origin}/${word}`,
        title: `On ${word}`,
        firstSeenAt: at,
        lastSeenAt: at,
      }),
    ),
  visits: (db, { at, pageId, visitId, passageId }) =>
    db.visits.add({
      id: visitId,
      pageId,
      startedAt: at,
      lastSeenAt: at,
      activeMs: 60_000,
      scrollShare: 1,
      readWords: 10,
      readHanCharacters: 0,
      dwellByPassage: { [passageId]: 8_000 },
      rereadsByPassage: {},
    }),
  passages: (db, { word, origin, at, passageId, interestId }) =>
    db.passages.add(buildPassage({ id: passageId, text: textOf(word), origin, interestId, createdAt: at })),
  occurrences: (db, { word, at, pageId, passageId, visitId }) =>
    db.occurrences.add(
      buildOccurrence({
        pageId,
        passageId,
        headingPath: [word],
        anchor: { prefix: `${word} `, exact: textOf(word), suffix: ` ${word}` },
        lastVisitId: visitId,
        lastReadAt: at,
      }),
    ),
  vectorChunks: (db, { word, passageId }) => appendVectors(db, new Map([[passageId, vectorOf(word)]])),
  // Comes with the vectors.
  vectorDirectory: async () => {},
  words: (db, { word }) => saveWordVectors(db, [{ lang: 'en', vectors: new Map([[word, vectorOf(word)]]) }]),
  concepts: (db, { word }) =>
    db.concepts.add({
      id: `en:${word}`,
      lang: 'en',
      key: word,
      label: word,
      forms: [word, `${word}s`],
      headTag: 'NOUN',
      documentFrequency: 1,
    }),
  mentions: (db, { word, passageId }) => {
    const start = textOf(word).indexOf(word);
    const id = `${passageId}:${start}:en:${word}`;
    return db.mentions.add({ id, conceptId: `en:${word}`, passageId, start, end: start + word.length });
  },
  interests: (db, { word, interestId, passageId }) =>
    db.interests.add(
      buildInterest({
        id: interestId,
        labels: { en: word },
        medoid: { passageId, sentence: textOf(word), lang: 'en' },
      }),
    ),
  exercises: (db, { word, passageId, exerciseId }) =>
    db.exercises.add(
      buildExercise({
        id: exerciseId,
        passageId,
        conceptId: `en:${word}`,
        stem: { before: 'The word of this lesson is ', after: ' and nothing else.' },
        key: word,
        accepted: [word.toUpperCase()],
        source: { sentence: textOf(word), start: 0, end: textOf(word).length },
      }),
    ),
  reviews: (db, { word, exerciseId, at }) => db.reviews.add(buildReview({ exerciseId, answer: word, at })),
  jobs: (db, { pageId, passageId }) =>
    db.jobs.bulkAdd(
      [`embed:${passageId}`, `analyse:${pageId}`].map((id) => ({
        id,
        kind: id.startsWith('embed') ? 'embed' : 'analyse',
        ref: id.slice(id.indexOf(':') + 1),
        lane: 'view',
        state: 'pending',
        revision: 1,
        attempts: 0,
        notBefore: NOON,
        leaseUntil: 0,
        owner: '',
        createdAt: NOON,
      })),
    ),
  events: (db, { exerciseId, at }) => db.events.add({ at, kind: 'flagged', ref: exerciseId }),
  captureLog: (db, { origin, at }) =>
    noteDecision(db, { at, origin, decision: 'captured', reason: 'read', passages: 1 }),
  // Which page a text was brought in as, or a bookmark leads to, its row does not say: forgetting them has tests of its own.
  imports: (db, { pageId }) =>
    db.imports.add({
      id: hexOf(pageId),
      title: 'A book',
      format: 'epub',
      addedAt: NOON - 300 * DAY_MS,
      sections: 1,
      storedSections: 1,
      passageCount: 0,
    }),
  bookmarks: (db, { pageId }) =>
    db.bookmarks.add({
      id: hexOf(pageId),
      url: 'http://elsewhere.test/',
      title: 'Elsewhere',
      addedAt: NOON - 300 * DAY_MS,
    }),
  meta: async (db, { word }) => {
    const known = (await readMeta(db, 'languageMeans'))?.means.en;
    const count = (known?.count ?? 0) + 1;
    const mean = (known?.mean ?? new Float32Array(EMBEDDING_DIMENSION)).map(
      (value, i) => (value * (count - 1) + (vectorOf(word)[i] ?? 0)) / count,
    );
    await writeMeta(db, 'languageMeans', { modelId: MODEL_ID, means: { en: { count, mean } } });
    await writeMeta(db, 'interestFit', { passageCount: count, k: count, centres: { en: mean }, at: NOON });
  },
};

/** Stores a reading with all that comes of one. */
export async function plant(db: StudyDb, reading: Planted): Promise<void> {
  for (const plantInto of Object.values(PLANTERS)) await plantInto(db, reading);
}

/** A direction of its own for each word. */
export function vectorOf(word: string): Float32Array {
  const vector = new Float32Array(EMBEDDING_DIMENSION);
  vector[[...word].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % EMBEDDING_DIMENSION] = 1;
  return vector;
}

/** Every row of every table, as one text. */
export async function allRows(db: StudyDb): Promise<string> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  return JSON.stringify(tables);
}
