import { describe, expect, it } from 'vitest';
import { layOutPage, linePage } from '@/lib/domain/reading/pdf/page-layout';
import type { PageText } from '@/lib/domain/reading/pdf/page-text';
import { below, pageOf, typeset } from '@/tests/support/typeset';

const BEES =
  'A honeybee that has found a rich patch of flowers returns to the hive and dances on the comb. Other workers follow the dancer in the dark and then fly out alone, straight to the place that she came from.';
const SUN =
  'The angle between the straight run and gravity equals the angle between the food and the sun, so a run that points straight up sends the followers towards the sun itself, wherever it may stand.';
const TEA =
  '绿茶、红茶和乌龙茶可以来自同一株茶树，决定茶类的主要不是品种，而是采摘以后的加工工艺。茶叶里的茶多酚遇到多酚氧化酶会发生氧化，氧化的程度不同，茶汤的颜色和滋味也就不同。';

function layOut(pages: readonly PageText[], number = 1) {
  return layOutPage(
    number,
    pages.map((page, index) => linePage(page, index + 1)),
  ).blocks;
}

const textsOf = (pages: readonly PageText[], number = 1) => layOut(pages, number).map(({ text }) => text);

describe('the paragraphs of a page', () => {
  it('come out whole, without the breaks of lines', () => {
    const first = typeset(BEES, { top: 100 });
    const second = typeset(SUN, { top: below(first, 24) });
    expect(textsOf([pageOf([...first, ...second])])).toEqual([BEES, SUN]);
  });

  it('are told apart by an indented first line where there is no white between them', () => {
    const first = typeset(BEES, { top: 100, indent: 15 });
    const second = typeset(SUN, { top: below(first), indent: 15 });
    expect(textsOf([pageOf([...first, ...second])])).toEqual([BEES, SUN]);
  });

  it('are told apart by a short last line that ends a sentence', () => {
    const first = typeset(
      'Short lines end a paragraph. This one is about the dance of the bees, which is long.',
      {
        top: 100,
        width: 300,
      },
    );
    const second = typeset(SUN, { top: below(first), width: 300 });
    expect(textsOf([pageOf([...first, ...second])])).toHaveLength(2);
  });

  it('in Chinese have no spaces where lines were broken', () => {
    expect(textsOf([pageOf(typeset(TEA, { top: 100, indent: 20 }))])).toEqual([TEA]);
  });

  it('are read column by column, below a title that runs across', () => {
    const title = typeset('How bees find their way', { top: 80, size: 18 });
    const left = typeset(`${BEES} ${BEES}`, { top: 120, width: 210 });
    const right = typeset(SUN, { left: 310, top: 120, width: 210 });
    // Painted line by line across both columns, as some programs do.
    const painted = [...title, ...left, ...right].sort((a, b) => a.baseline - b.baseline);
    expect(textsOf([pageOf(painted)])).toEqual(['How bees find their way', `${BEES} ${BEES}`, SUN]);
  });

  it('are read below a title of two lines, of which the second is shorter than a column', () => {
    const title = typeset('How bees tell each other where to find food', { top: 80, size: 24 });
    const left = typeset(`${BEES} ${BEES}`, { top: 150, width: 210 });
    const right = typeset(SUN, { left: 310, top: 150, width: 210 });
    expect(new Set(title.map(({ baseline }) => baseline)).size).toBe(2);
    expect(textsOf([pageOf([...title, ...left, ...right])])[0]).toBe(
      'How bees tell each other where to find food',
    );
  });

  it('go on at the top of the next column', () => {
    const words = `${BEES} ${SUN}`.split(' ');
    const left = typeset(words.slice(0, 45).join(' '), { top: 120, width: 210 });
    const right = typeset(`${words.slice(45).join(' ')} ${BEES}`, { left: 310, top: 120, width: 210 });
    const [first = '', second] = textsOf([pageOf([...left, ...right])]);
    expect(first).toBe(`${BEES} ${SUN}`);
    expect(second).toBe(BEES);
  });
});

describe('a sentence that the page breaks', () => {
  const words = BEES.split(' ');
  const before = pageOf(typeset(words.slice(0, 12).join(' '), { top: 700 }));
  const after = pageOf(typeset(words.slice(12).join(' '), { top: 100 }));

  it('belongs to the page on which it begins', () => {
    expect(textsOf([before, after], 1)).toEqual([BEES.slice(0, BEES.indexOf('. ') + 1)]);
    expect(textsOf([before, after], 2)).toEqual([BEES.slice(BEES.indexOf('. ') + 2)]);
  });

  it('passes over the foot note between its parts', () => {
    const note = typeset('1 Karl von Frisch explained this dance in 1946.', { top: 780, size: 7 });
    const noted = { ...before, pieces: [...before.pieces, ...note] };
    expect(textsOf([noted, after], 1)[0]).toBe(BEES.slice(0, BEES.indexOf('. ') + 1));
  });

  it('is not put together with a paragraph that begins anew', () => {
    const heading = pageOf(typeset('What the dance does not tell', { top: 700 }));
    expect(textsOf([heading, pageOf(typeset(SUN, { top: 100 }))], 2)).toEqual([SUN]);
  });
});

describe('what stands beside the text', () => {
  const body = (page: number) => typeset(`${BEES} This is page ${page} of it.`, { top: 120 });
  const page = (number: number) =>
    pageOf([
      ...typeset(`Chapter 3: Bees ${number}`, { top: 50, size: 9 }),
      ...body(number),
      ...typeset(String(number), { left: 290, top: 810 }),
    ]);

  it('is set apart: heads and numbers that repeat at one place', () => {
    const blocks = layOut([page(11), page(12), page(13)], 2);
    expect(blocks.map(({ kind }) => kind)).toEqual(['prose', 'aside', 'aside']);
  });

  it('is a head only when pages close by have it too', () => {
    const lone = pageOf([...typeset('Bees have a language of their own', { top: 50 }), ...body(1)]);
    expect(layOut([lone])).toHaveLength(2);
    expect(layOut([lone])[0]?.kind).toBe('prose');
  });

  it('holds lines of a table of contents', () => {
    const contents = typeset('1.2 Direction . . . . . . . . . . . . . . . . . 12', { top: 100 });
    expect(layOut([pageOf(contents)])[0]?.kind).toBe('aside');
  });
});

describe('kinds of blocks', () => {
  it('makes headings of large letters and of lone numbered lines', () => {
    const large = typeset('Direction', { top: 100, size: 14 });
    const text = typeset(BEES, { top: 130 });
    const numbered = typeset('2.1 Distance', { top: below(text, 30) });
    const more = typeset(SUN, { top: below(numbered, 24) });
    expect(layOut([pageOf([...large, ...text, ...numbered, ...more])]).map(({ kind }) => kind)).toEqual([
      'heading',
      'prose',
      'heading',
      'prose',
    ]);
  });

  it('keeps lines and indentation of code', () => {
    const line = (text: string, top: number, left = 70) => typeset(text, { top, left, isMonospaced: true });
    const code = [
      ...line('for bee in hive:', 200),
      ...line('if bee.dances():', 212, 90),
      ...line('follow(bee)', 224, 110),
    ];
    const [, block] = layOut([pageOf([...typeset(BEES, { top: 100 }), ...code])]);
    expect(block).toMatchObject({
      kind: 'code',
      text: 'for bee in hive:\n    if bee.dances():\n        follow(bee)',
    });
  });

  it('takes Chinese for prose although its characters are equally wide', () => {
    const pieces = typeset(TEA, { top: 100, isMonospaced: true });
    expect(layOut([pageOf(pieces)])).toMatchObject([{ kind: 'prose', text: TEA }]);
  });

  it('leaves a line of prose that an address fills in its paragraph', () => {
    const text = 'The dance was filmed in many hives, and all of the films can be watched under this one';
    const line = (words: string, top: number, isMonospaced = false) => typeset(words, { top, isMonospaced });
    const address = 'https://films.example/bees/waggle/1946/';
    const pieces = [...line(text, 100), ...line(address, 112, true), ...line('by everybody.', 124)];
    expect(textsOf([pageOf(pieces)])).toEqual([`${text} ${address} by everybody.`]);
  });

  it('makes an item of each entry of a list', () => {
    const first = typeset(
      '• The length of the run encodes the distance to the food, a second for each kilometre or so.',
      {
        top: 100,
        left: 80,
        indent: -10,
        width: 300,
      },
    );
    const second = typeset('• The angle encodes the direction.', {
      top: below(first),
      left: 80,
      indent: -10,
    });
    expect(
      layOut([pageOf([...first, ...second])]).map(({ kind, text }) => [kind, text.slice(0, 12)]),
    ).toEqual([
      ['list', '• The length'],
      ['list', '• The angle '],
    ]);
  });

  it('keeps the cells of a table apart', () => {
    const row = (top: number, cells: readonly string[]) =>
      cells.flatMap((cell, index) => typeset(cell, { top, left: 70 + index * 120, width: 100 }));
    const table = [
      ...row(100, ['Tea', 'Oxidised', 'Colour']),
      ...row(112, ['Green', 'hardly', 'green']),
      ...row(124, ['Black', 'fully', 'dark red']),
    ];
    expect(layOut([pageOf(table)])).toMatchObject([
      { kind: 'table', text: 'Tea | Oxidised | Colour\nGreen | hardly | green\nBlack | fully | dark red' },
    ]);
  });

  it('knows captions', () => {
    const blocks = layOut([
      pageOf([
        ...typeset(BEES, { top: 100 }),
        ...typeset('Figure 3. The dance on the comb.', { top: 200 }),
        ...typeset('图 2：做青时的叶片边缘', { top: 240 }),
      ]),
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['prose', 'caption', 'caption']);
  });
});
