import { describe, expect, it } from 'vitest';
import { normalise } from '@/lib/domain/embedding/vector';
import { assignToInterests, followNeighbours } from '@/lib/domain/interests/assign';
import type { BlockKind } from '@/lib/domain/reading/model';
import type { TextLanguage } from '@/lib/domain/text/language';
import { buildInterest, buildPassage } from '@/tests/support/study-rows';

const LONG = 'Eight words or more make a passage speak.';
const vector = (...numbers: number[]) => normalise(Float32Array.from(numbers));
const centres = { en: Float32Array.of(0, 0, 1), zh: Float32Array.of(0, 0, -1) };
const interests = [
  buildInterest({ id: 'east', centroid: vector(1, 0, 0) }),
  buildInterest({ id: 'north', centroid: vector(0, 1, 0) }),
];
const passage = (id: string, lang: TextLanguage = 'en', kind: BlockKind = 'prose', text = LONG) =>
  buildPassage({ id, lang, kind, text });

describe('assignToInterests', () => {
  it('goes by the nearest centroid after centring, in both languages', () => {
    const passages = [passage('en'), passage('zh', 'zh', 'prose', '这一段话的长度已经超过十五个汉字了吧。')];
    const vectors = new Map([
      ['en', Float32Array.of(0.3, 0.1, 1)],
      ['zh', Float32Array.of(0.3, 0.1, -1)],
    ]);
    const assignments = assignToInterests({ passages, vectors, centres, interests });
    expect(assignments).toEqual(
      new Map([
        ['en', 'east'],
        ['zh', 'east'],
      ]),
    );
  });

  it('lets the page decide about a passage that lies between two interests', () => {
    const passages = ['a', 'b', 'undecided'].map((id) => passage(id));
    const vectors = new Map([
      ['a', Float32Array.of(0, 1, 1)],
      ['b', Float32Array.of(0, 1, 1)],
      ['undecided', Float32Array.of(0.51, 0.49, 1)],
    ]);
    expect(assignToInterests({ passages, vectors, centres, interests }).get('undecided')).toBe('north');
  });

  it('lets code, fragments and other languages follow their neighbours', () => {
    const passages = [
      passage('code', 'en', 'code'),
      passage('text'),
      passage('short', 'en', 'prose', 'So.'),
      passage('fr', 'other'),
    ];
    const vectors = new Map([
      ['code', Float32Array.of(1, 0, 1)],
      ['text', Float32Array.of(0, 1, 1)],
      ['short', Float32Array.of(1, 0, 1)],
    ]);
    const assignments = assignToInterests({ passages, vectors, centres, interests });
    expect([...assignments.values()]).toEqual(['north', 'north', 'north', 'north']);
  });

  it('uses fragments where a page has nothing else', () => {
    const passages = [passage('short', 'en', 'prose', 'So.')];
    const vectors = new Map([['short', Float32Array.of(1, 0, 1)]]);
    expect(assignToInterests({ passages, vectors, centres, interests }).get('short')).toBe('east');
  });

  it('assigns nothing without interests, vectors or a centre for the language', () => {
    const passages = [passage('a')];
    const vectors = new Map([['a', Float32Array.of(1, 0, 1)]]);
    expect(assignToInterests({ passages, vectors, centres, interests: [] }).size).toBe(0);
    expect(assignToInterests({ passages, vectors: new Map(), centres, interests }).size).toBe(0);
    expect(assignToInterests({ passages, vectors, centres: {}, interests }).size).toBe(0);
  });
});

describe('followNeighbours', () => {
  it('follows the nearest, and the earlier of two equally near', () => {
    const page = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }));
    const followed = followNeighbours(
      page,
      new Map([
        ['b', 'x'],
        ['d', 'y'],
        ['elsewhere', 'z'],
      ]),
    );
    expect(Object.fromEntries(followed)).toEqual({ a: 'x', b: 'x', c: 'x', d: 'y', e: 'y', f: 'y' });
  });
});
