import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LocatedQuote, locateQuote, type WantedQuote } from '@/lib/domain/reading/reanchor/locate-quote';
import { matchingTokens } from '@/lib/domain/reading/reanchor/matching-tokens';
import { breadPages } from '../../../../support/reanchor-texts';

/** Everything the generator does, and how often it stopped for breath. */
function locate(wanted: Partial<WantedQuote> & { text: string }, blocks: readonly string[]) {
  const quote = { prefix: '', suffix: '', isWhole: true, others: [], ...wanted };
  const work = locateQuote(quote, blocks);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const textAt = ({ start, end }: LocatedQuote, blocks: readonly string[]) =>
  start.block === end.block ? blocks[start.block]?.slice(start.offset, end.offset) : undefined;

describe.each(['en', 'zh'] as const)('a kept text (%s)', (lang) => {
  const { paragraphs, foreign } = breadPages[lang];

  it.each(paragraphs.map((text, place) => ({ text, place })))(
    'is found as it was: $place',
    ({ text, place }) => {
      const found = locate({ text }, paragraphs);
      expect(found?.similarity).toBe(1);
      expect(found?.start.block).toBe(place);
      expect(found && textAt(found, paragraphs)).toBe(text);
    },
  );

  it('is found wherever its paragraph went, however its spaces and capitals changed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...paragraphs], { minLength: 2 }), (moved) => {
        const [text = ''] = moved;
        const shown = moved.map((paragraph) => ` ${paragraph.toUpperCase()} \u00ad\n`).reverse();
        expect(locate({ text }, shown)?.start.block).toBe(moved.length - 1);
      }),
    );
  });

  it('is found in its old place after three words in ten were replaced, left out or added', () => {
    let found = 0;
    let runs = 0;
    fc.assert(
      fc.property(
        fc.nat(paragraphs.length - 1),
        fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), how: fc.nat(2) }), {
          minLength: 60,
          maxLength: 60,
        }),
        (place, edits) => {
          const text = paragraphs[place] ?? '';
          const edited = editWords(text, edits, foreign);
          const blocks = paragraphs.map((paragraph, index) => (index === place ? edited : paragraph));
          const context = {
            prefix: (paragraphs[place - 1] ?? '').slice(-32),
            suffix: paragraphs[place + 1] ?? '',
          };
          const others = paragraphs.filter((_paragraph, index) => index !== place);
          const located = locate({ text, others, ...context }, blocks);
          runs += 1;
          if (located?.start.block === place) found += 1;
          // Rather nothing than another paragraph.
          else expect(located).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
    expect(found / runs).toBeGreaterThan(0.9);
  });

  it('is not taken for another paragraph once it is gone', () => {
    for (const [place, text] of paragraphs.entries()) {
      const left = paragraphs.filter((_paragraph, index) => index !== place);
      const context = {
        prefix: (paragraphs[place - 1] ?? '').slice(-32),
        suffix: paragraphs[place + 1] ?? '',
      };
      expect(locate({ text, ...context }, left)).toBeUndefined();
    }
  });

  it('is found in part of a block, and across two', () => {
    const [first = '', second = ''] = paragraphs;
    const joined = [`${first} ${second}`];
    expect(locate({ text: second, isWhole: false }, joined)?.similarity).toBe(1);
    const half = matchingTokens(first)[Math.floor(matchingTokens(first).length / 2)]?.start ?? 0;
    const found = locate({ text: first }, [first.slice(0, half), first.slice(half), second]);
    expect([found?.start.block, found?.end.block]).toEqual([0, 1]);
  });
});

describe('paragraphs that are alike', () => {
  const twins = [
    'Return true if all characters in the string are digits.',
    'Return true if all characters in the string are decimals.',
  ];

  it('are told apart by their rare words', () => {
    expect(twins.map((text) => locate({ text }, twins)?.start.block)).toEqual([0, 1]);
  });

  it('are not taken for one another when the other was kept, too', () => {
    const [gone = '', left = ''] = twins;
    expect(locate({ text: gone, others: [left] }, [left, 'Something else is here.'])).toBeUndefined();
  });

  it('are told apart by their surroundings when they are the same', () => {
    const note = 'This may raise an error of overflow when the value is out of range.';
    const blocks = ['The first function.', note, 'The second function.', note, 'The third function.'];
    expect(locate({ text: note, prefix: 'The second function.' }, blocks)?.start.block).toBe(3);
    expect(locate({ text: note, suffix: 'The second function.' }, blocks)?.start.block).toBe(1);
  });
});

it('takes time in proportion to the page', () => {
  const page = (count: number) =>
    Array.from({ length: count }, (_, place) => `Note ${place} on heat, work and entropy of a gas in a box.`);
  const text = 'Nothing of this is on the page, whatever one may look for in all of its many notes.';
  const time = (count: number) => {
    const start = performance.now();
    locate({ text }, page(count));
    return performance.now() - start;
  };
  time(1_000);
  expect(time(40_000)).toBeLessThan(40 * Math.max(time(4_000), 5));
});

it('survives any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 }),
      (text, blocks) => {
        const found = locate({ text }, blocks);
        if (found === undefined) return;
        expect(found.similarity).toBeGreaterThan(0);
        expect(found.end.offset).toBeLessThanOrEqual(blocks[found.end.block]?.length ?? 0);
      },
    ),
  );
});

function editWords(
  text: string,
  edits: readonly { readonly at: number; readonly how: number }[],
  words: readonly string[],
): string {
  const tokens = matchingTokens(text);
  const wanted = Math.floor(tokens.length * 0.3);
  const changes = new Map(
    edits.slice(0, wanted).map(({ at, how }) => [Math.floor(at * (tokens.length - 1)), how]),
  );
  let [edited, end] = ['', 0];
  for (const [index, token] of tokens.entries()) {
    edited += text.slice(end, token.start);
    end = token.end;
    const [word, how] = [text.slice(token.start, token.end), changes.get(index)];
    const foreign = words[index % words.length] ?? '';
    edited += how === undefined ? word : how === 0 ? foreign : how === 1 ? '' : `${word} ${foreign}`;
  }
  return edited + text.slice(end);
}
