import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { splitSentences } from '@/lib/domain/text/split-sentences';
import type { TableRows } from '@/lib/storage/schema';
import subjects from './course-subjects.json';
import {
  buildExercise,
  buildInterest,
  buildMemory,
  buildOccurrence,
  buildPage,
  buildPassage,
  buildReview,
} from './study-rows';

const DEMO = resolve(import.meta.dirname, '../../demo');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KINDS = { p: 'prose', li: 'list', pre: 'code', figcaption: 'caption', blockquote: 'quote' } as const;

export type StudyRows = { readonly [Name in keyof TableRows]?: TableRows[Name][] };

/** The demo course as a learner has it who read all of it over some days, with exercises new, due and to come. */
export function buildCourseStudy(now: number, origin = 'http://course.gleaner.test'): StudyRows {
  const rows = {
    pages: [] as TableRows['pages'][],
    passages: [] as TableRows['passages'][],
    occurrences: [] as TableRows['occurrences'][],
    interests: [] as TableRows['interests'][],
    exercises: [] as TableRows['exercises'][],
    reviews: [] as TableRows['reviews'][],
    captureLog: [] as TableRows['captureLog'][],
  };
  for (const [index, subject] of subjects.entries()) {
    for (const [lang, { file, keys }] of Object.entries(subject.lessons) as ['en' | 'zh', Lesson][]) {
      const readAt = now - index * 2 * DAY - (lang === 'zh' ? 5 * HOUR : HOUR);
      const lesson = readLesson({ file, lang, keys, readAt, origin, interestId: subject.id });
      rows.pages.push(lesson.page);
      rows.passages.push(...lesson.passages);
      rows.occurrences.push(...lesson.occurrences);
      rows.exercises.push(...lesson.exercises.map((exercise, i) => schedule(exercise, i + index, now)));
    }
    const own = rows.passages.filter((passage) => passage.interestId === subject.id);
    rows.interests.push(nameInterest(subject, own));
  }
  rows.captureLog = decide(rows.pages, now);
  rows.reviews = rows.exercises.slice(0, 7).map((exercise, i) => answer(exercise, i, now));
  return rows;
}

interface Lesson {
  readonly file: string;
  readonly keys: readonly string[];
}

function readLesson(
  lesson: Lesson & { lang: 'en' | 'zh'; readAt: number; origin: string; interestId: string },
) {
  const { file, lang, readAt, origin, interestId } = lesson;
  const html = readFileSync(resolve(DEMO, file), 'utf8');
  const page = buildPage({
    id: file.replace(/\W/g, '-'),
    url: `${origin}/${file}`,
    origin,
    title: plain(html.match(/<title>(.*?)<\/title>/)?.[1] ?? ''),
    lang,
    firstSeenAt: readAt,
    lastSeenAt: readAt,
  });
  const blocks = blocksOf(html.slice(html.indexOf('<h1>')));
  const passages = blocks.map(({ text, kind }, order) =>
    buildPassage({ id: `${page.id}-${order}`, text, kind, lang, origin, createdAt: readAt, interestId }),
  );
  const occurrences = blocks.map(({ headingPath }, order) =>
    buildOccurrence({
      pageId: page.id,
      passageId: `${page.id}-${order}`,
      order,
      headingPath,
      lastReadAt: readAt,
    }),
  );
  const exercises = lesson.keys.flatMap((key) =>
    passages.flatMap((passage) => ask(passage, key) ?? []).slice(0, 1),
  );
  return { page, passages, occurrences, exercises };
}

function blocksOf(html: string) {
  const headings: string[] = [];
  const found = html.matchAll(/<(h[1-4]|p|li|pre|figcaption|blockquote)(?: [^>]*)?>(.*?)<\/\1>/gs);
  return [...found].flatMap(([, tag = '', inner = '']) => {
    const text = plain(inner);
    if (/^h\d$/.test(tag)) {
      headings.splice(Number(tag.slice(1)) - 1, Number.POSITIVE_INFINITY, text);
      return [];
    }
    return [{ text, kind: KINDS[tag as keyof typeof KINDS], headingPath: [...headings] }];
  });
}

function plain(html: string): string {
  const text = html.replace(/<[^>]+>/g, '');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

function ask(passage: TableRows['passages'], key: string): TableRows['exercises'] | undefined {
  if (passage.kind !== 'prose' || passage.lang === 'other') return undefined;
  const { lang, text } = passage;
  const span = splitSentences(text, lang).find(({ start, end }) => text.slice(start, end).includes(key));
  if (span === undefined) return undefined;
  const sentence = text.slice(span.start, span.end);
  const at = sentence.indexOf(key);
  return buildExercise({
    id: `${passage.id}-${key}`,
    lang,
    passageId: passage.id,
    stem: { before: sentence.slice(0, at), after: sentence.slice(at + key.length) },
    key,
    source: { sentence, start: span.start, end: span.end },
    createdAt: passage.createdAt,
  });
}

/** By turns new, due since some hours, and due on a later day. */
function schedule(exercise: TableRows['exercises'], turn: number, now: number): TableRows['exercises'] {
  if (turn % 3 === 0) return { ...exercise, memory: buildMemory({ dueAt: exercise.createdAt }) };
  const dueAt = turn % 3 === 1 ? now - turn * HOUR : now + turn * DAY;
  const memory = { phase: 'review', dueAt, stability: 4, difficulty: 5, scheduledDays: 4, reps: 2 } as const;
  return { ...exercise, memory: buildMemory({ ...memory, lastReviewAt: dueAt - 4 * DAY }) };
}

function answer({ id, key }: TableRows['exercises'], turn: number, now: number): TableRows['reviews'] {
  const at = now - (turn + 1) * 60_000;
  const correct = turn % 4 !== 2;
  const studyDay = new Date(at - 4 * HOUR - new Date(at).getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 10);
  return {
    seq: turn + 1,
    ...buildReview({ exerciseId: id, at, studyDay, correct, answer: correct ? key : '' }),
  };
}

/** What was read of each page, then a page with a secret on the same site, and a site that is left alone. */
function decide(pages: readonly TableRows['pages'][], now: number): TableRows['captureLog'][] {
  const read = pages
    .toSorted((a, b) => a.lastSeenAt - b.lastSeenAt)
    .map(({ lastSeenAt: at, origin }, i) => {
      return { seq: i + 1, at, origin, decision: 'captured', reason: 'read', passages: i + 2 } as const;
    });
  const secret = { at: now - HOUR / 2, origin: read[0]?.origin ?? '', reason: 'secret-field' } as const;
  const bank = { at: now - HOUR / 4, origin: 'https://bank.test', reason: 'banking' } as const;
  return [
    ...read,
    ...[secret, bank].map((refusal, i) => {
      return { ...refusal, seq: read.length + i + 1, decision: 'refused' as const };
    }),
  ];
}

function nameInterest(
  { id, labels, lessons }: (typeof subjects)[number],
  passages: readonly TableRows['passages'][],
): TableRows['interests'] {
  const middle = passages.find(
    (passage) => passage.kind === 'prose' && passage.text.includes(lessons.en.keys[0] ?? ''),
  );
  const [first] = middle ? splitSentences(middle.text, 'en') : [];
  return {
    ...buildInterest({ id, labels, passageCount: passages.length }),
    ...(middle && first
      ? { medoid: { passageId: middle.id, sentence: middle.text.slice(first.start, first.end), lang: 'en' } }
      : {}),
  };
}
