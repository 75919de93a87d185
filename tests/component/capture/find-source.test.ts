import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { findSource } from '@/lib/capture/reanchor/find-source';

const TIDES = 'The tides follow the moon because its pull is stronger on the near side of the earth.';
const WIND = 'Wind blows from high pressure to low pressure and is turned aside by the earth.';

async function find(markup: string, text = TIDES, sentence?: { start: number; end: number }) {
  document.body.replaceChildren(document.createRange().createContextualFragment(markup));
  const wanted = { text, prefix: '', suffix: '', isWhole: true, others: [], ...(sentence && { sentence }) };
  const found = await findSource(document, wanted, new AbortController().signal);
  return found && { passage: String(found.passage), sentence: found.sentence && String(found.sentence) };
}

beforeEach(() => document.body.replaceChildren());

describe('a kept passage', () => {
  it('is found across inline elements, marks and comments', async () => {
    const markup = `<p>${WIND}</p><p>The <a href="#">tides</a> follow<sup><a href="#n">[1]</a></sup> the <!-- full --><b>moon</b>
      because its pull is stronger on the near side of the earth.</p>`;
    const found = await find(markup);
    expect(found?.passage.replace(/\s+/g, ' ')).toBe(TIDES.replace('follow', 'follow[1]'));
  });

  it('is found with the sentence in it that matters', async () => {
    const text = `${WIND} ${TIDES}`;
    const sentence = { start: WIND.length + 1, end: text.length };
    expect(await find(`<p>${TIDES.toLowerCase()} No.</p><p>${text}</p>`, text, sentence)).toEqual({
      passage: text,
      sentence: TIDES,
    });
  });

  it('is found in a margin, where learners select too, but not in a field', async () => {
    expect((await find(`<aside><p>${TIDES}</p></aside>`))?.passage).toBe(TIDES);
    expect(await find(`<textarea>${TIDES}</textarea><p>${WIND}</p>`)).toBeUndefined();
  });

  it('is not found in a page about something else', async () => {
    expect(await find(`<main><p>${WIND}</p></main>`)).toBeUndefined();
  });

  it('is found whatever elements its words are in', async () => {
    const words = TIDES.split(' ');
    const wrap = (word: string, tag: string) => (tag === '' ? word : `<${tag}>${word}</${tag}>`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('', 'b', 'em', 'span', 'code'), {
          minLength: words.length,
          maxLength: words.length,
        }),
        async (tags) => {
          const markup = words.map((word, index) => wrap(word, tags[index] ?? '')).join(' ');
          expect((await find(`<p>${WIND}</p><p>${markup}</p>`))?.passage).toBe(TIDES);
        },
      ),
      { numRuns: 30 },
    );
  });
});
