import { beforeAll, describe, expect, it } from 'vitest';
import { decodeInt8, encodeInt8 } from '@/lib/domain/embedding/int8-codec';
import type { Embedding } from '@/lib/domain/embedding/model';
import { type FittedInterests, fitInterests } from '@/lib/domain/interests/fit-interests';
import type { PassagePlace } from '@/lib/domain/interests/model';
import type { Passage } from '@/lib/domain/reading/model';
import type { Language } from '@/lib/domain/text/language';
import { createNodeEncoder } from '@/tests/support/node-encoder';
import { listProjectFiles, readProjectFile } from '@/tests/support/source-tree';
import { buildPassage, NOON } from '@/tests/support/study-rows';

const MODEL = 'public/models/multilingual-e5-small-en-zh';
const SUBJECTS = [
  ['en/hash-tables', 'zh/haxibiao'],
  ['en/movable-type', 'zh/huozi-yinshua'],
  ['en/photosynthesis', 'zh/guanghe-zuoyong'],
  ['en/plate-tectonics', 'zh/bankuai-gouzao'],
];

const passages: Passage[] = [];
const places: PassagePlace[] = [];
const vectors = new Map<string, Embedding>();

function readLesson(name: string): void {
  const html = readProjectFile(`demo/${name}.html`);
  const lang = name.slice(0, 2) as Language;
  Array.from(html.matchAll(/<(p|li)\b[^>]*>(.*?)<\/\1>/gs)).forEach(([, , inner = ''], order) => {
    const text = inner.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
    const id = `${name}#${order}`;
    passages.push(buildPassage({ id, lang, text }));
    places.push({ passageId: id, pageId: name, pageTitle: name, order });
  });
}

function fitLessons(lessons: readonly string[]): Promise<FittedInterests> {
  const { centers } = JSON.parse(readProjectFile(`${MODEL}/centers.json`));
  const read = places.filter(({ pageId }) => lessons.includes(pageId));
  const priors = { en: Float32Array.from(centers.en), zh: Float32Array.from(centers.zh) };
  let count = 0;
  return fitInterests(
    { passages, places: read, terms: [], vectors, priors, interests: [] },
    { newId: () => `interest-${++count}`, now: NOON },
  );
}

/** Lessons of each interest, by the interest that has most of their passages. */
function lessonsByInterest({ assignments }: FittedInterests): string[][] {
  const lessons = new Map<string, Map<string, number>>();
  for (const [passageId, interestId] of assignments) {
    const lesson = passageId.split('#')[0] ?? '';
    const shares = lessons.get(lesson) ?? new Map<string, number>();
    lessons.set(lesson, shares.set(interestId, (shares.get(interestId) ?? 0) + 1));
  }
  const groups = new Map<string, string[]>();
  for (const [lesson, shares] of [...lessons].sort()) {
    const [interestId] = [...shares].sort((a, b) => b[1] - a[1])[0] ?? [''];
    groups.set(interestId, [...(groups.get(interestId) ?? []), lesson]);
  }
  return [...groups.values()].sort();
}

beforeAll(async () => {
  expect(listProjectFiles('demo')).toContain('demo/en/hash-tables.html');
  for (const lesson of SUBJECTS.flat()) readLesson(lesson);
  const encoder = await createNodeEncoder();
  const encoded = await encoder.encode(
    passages.map(({ text }) => text),
    'passage',
  );
  passages.forEach(({ id }, i) => {
    const vector = encoded[i];
    if (vector) vectors.set(id, decodeInt8(encodeInt8(vector)));
  });
}, 60_000);

describe('the interests of a reader of the demo course', () => {
  it('are its four subjects, each in both languages', async () => {
    expect(lessonsByInterest(await fitLessons(SUBJECTS.flat()))).toEqual(SUBJECTS);
  });

  it('are two after one English and one Chinese lesson on different subjects', async () => {
    const read = ['en/plate-tectonics', 'zh/guanghe-zuoyong'];
    expect(lessonsByInterest(await fitLessons(read))).toEqual(read.map((lesson) => [lesson]));
  });

  it.each(SUBJECTS)('are one after %s and %s', async (en, zh) => {
    expect(lessonsByInterest(await fitLessons([en ?? '', zh ?? '']))).toEqual([[en, zh]]);
  });
});
