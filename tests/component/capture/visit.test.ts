import { beforeEach, describe, expect, it } from 'vitest';
import type { PageBlock } from '@/lib/capture/blocks/block-walker';
import type { Watched } from '@/lib/capture/dwell-tracker';
import { Visit } from '@/lib/capture/visit';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';

const PACE = { speed: AVERAGE_SPEED, timeScale: 1 };
let visit: Visit;

function block(text: string): PageBlock {
  const element = document.createElement('p');
  document.body.append(element);
  return { element, text, kind: 'prose', lang: 'en', headingPath: ['One'], from: 0, to: 1 };
}

/** Has a text in view for a while. */
function read(watched: Watched | undefined, durationMs: number, atMs = 0): void {
  watched?.progress.see(0, 1, atMs);
  watched?.progress.spend(durationMs);
}

/** Posts what is due, as the session does, and returns the texts. */
function post(isLast = false): string[] | undefined {
  const pending = visit.nextReport(isLast);
  pending?.markPosted();
  return pending?.report.blocks.map(({ text }) => text);
}

beforeEach(() => {
  document.body.replaceChildren();
  visit = new Visit({ id: '0'.repeat(32), url: 'https://a.example/', pace: PACE });
});

describe('a visit', () => {
  it('reports a block once it was given its time, and then no more', () => {
    const [first] = visit.addBlocks([block('Heat flows.'), block('Work is energy.')]);
    expect(post()).toBeUndefined();
    read(first, 599);
    expect(post()).toBeUndefined();
    read(first, 1);
    expect(post()).toEqual(['Heat flows.']);
    read(first, 9_000);
    expect(post()).toBeUndefined();
  });

  it('needs less time on a page that is read faster', () => {
    visit = new Visit({ id: '0'.repeat(32), url: 'https://a.example/', pace: { ...PACE, timeScale: 20 } });
    const [first] = visit.addBlocks([block('Heat flows.')]);
    read(first, 30);
    expect(post()).toEqual(['Heat flows.']);
  });

  it('says what was needed, what was expected and what was given', () => {
    const [first] = visit.addBlocks([block(Array(238).fill('word').join(' '))]);
    read(first, 30_000);
    const [reported] = visit.nextReport(false)?.report.blocks ?? [];
    expect(reported?.dwellMs).toBe(30_000);
    expect(reported?.expectedMs).toBeCloseTo(60_000);
    expect(reported?.requiredMs).toBeCloseTo(24_000);
  });

  it('keeps what the block is made of', () => {
    const formulas = [{ start: 0, end: 4, tex: 'E=mc^2' }];
    const [first] = visit.addBlocks([{ ...block('E=mc² holds.'), codeLanguage: 'rust', formulas }]);
    read(first, 5_000);
    expect(visit.nextReport(false)?.report.blocks).toMatchObject([{ codeLanguage: 'rust', formulas }]);
  });

  it('says at the end how much time blocks were given in all', () => {
    const [first] = visit.addBlocks([block('Heat flows.')]);
    read(first, 2_000);
    post();
    read(first, 900);
    expect(post(true)).toBeUndefined();
    read(first, 100);
    expect(visit.nextReport(true)?.report.blocks).toMatchObject([{ dwellMs: 3_000 }]);
  });

  it('reports a block again that was read again', () => {
    const [first] = visit.addBlocks([block('Heat flows.')]);
    read(first, 2_000);
    post();
    read(first, 2_000, 60_000);
    expect(visit.nextReport(false)?.report.blocks).toMatchObject([{ rereads: 1 }]);
    post();
    expect(post()).toBeUndefined();
  });

  it('reports again without posting loses nothing', () => {
    const [first] = visit.addBlocks([block('Heat flows.')]);
    read(first, 2_000);
    expect(visit.nextReport(false)?.report.blocks).toHaveLength(1);
    expect(post()).toEqual(['Heat flows.']);
  });

  it('keeps silent about a page on which nothing was read, and tells the time of others', () => {
    const [first] = visit.addBlocks([block('Heat flows.')]);
    visit.advance(60_000);
    expect(post()).toBeUndefined();
    read(first, 2_000);
    post();
    visit.advance(14_999);
    expect(post()).toBeUndefined();
    visit.advance(1);
    expect(visit.nextReport(false)?.report.visit).toMatchObject({ activeMs: 75_000 });
  });

  it('says how far down the page went, and what it was called last', () => {
    const [, , third] = visit.addBlocks(['One.', 'Two.', 'Three.', 'Four.'].map(block));
    visit.nameIt('Loading');
    read(third, 2_000);
    visit.nameIt(' The  lesson ');
    expect(visit.nextReport(false)?.report.visit).toMatchObject({ scrollShare: 0.75, title: 'The lesson' });
  });

  it('splits what is due into messages that are not too large', () => {
    const texts = Array.from({ length: 120 }, (_, index) => `${index} ${'a'.repeat(1_900)}`);
    for (const watched of visit.addBlocks(texts.map(block))) read(watched, 12_000);
    const posted: string[] = [];
    for (let part = post(); part; part = post()) {
      expect(part.length).toBeLessThanOrEqual(CAPTURE_LIMITS.blocksPerMessage);
      expect(part.join('').length).toBeLessThanOrEqual(CAPTURE_LIMITS.textCharsPerMessage);
      posted.push(...part);
    }
    expect(posted).toEqual(texts);
  });

  it('does not report for ever what fits into no message', () => {
    const tooLong = 'a'.repeat(CAPTURE_LIMITS.textCharsPerMessage + 1);
    for (const watched of visit.addBlocks(['Heat flows.', tooLong].map(block))) read(watched, 1e9);
    expect([post(), post(), post()]).toEqual([['Heat flows.'], [tooLong], undefined]);
  });

  it('takes in a page that is built anew without counting anything twice', () => {
    const before = block('Heat flows.');
    const [first] = visit.addBlocks([before]);
    read(first, 1_000);
    expect(visit.addBlocks([before, block('Work is energy.')])).toHaveLength(1);
    before.element.remove();
    const [moved] = visit.addBlocks([block('Heat flows.')]);
    expect(moved?.progress.dwellMs).toBe(1_000);
  });

  it('follows a text that the page shows twice once', () => {
    expect(visit.addBlocks([block('Heat flows.'), block('Heat flows.')])).toHaveLength(1);
  });
});

describe('another address of the same document', () => {
  const goOn = (from: Visit) =>
    new Visit({ id: '1'.repeat(32), url: 'https://a.example/2', pace: PACE, leftovers: from.leftovers() });
  const watchedTexts = (next: Visit, blocks: readonly PageBlock[]) =>
    next.addBlocks(blocks).map(({ element }) => blocks.find((one) => one.element === element)?.text);

  it('does not take over what was read under the first, and takes over what was not', () => {
    const blocks = [block('Heat flows.'), block('Work is energy.')];
    const [first] = visit.addBlocks(blocks);
    read(first, 2_000);
    const second = goOn(visit);
    expect(watchedTexts(second, [...blocks, block('New text.')])).toEqual(['Work is energy.', 'New text.']);
    expect(watchedTexts(goOn(second), blocks)).toEqual(['Work is energy.']);
    const inPassing = goOn(second);
    expect(watchedTexts(goOn(inPassing), blocks)).toEqual(['Work is energy.']);
  });

  it('reads a text again that the element showed before another one', () => {
    const one = block('Heat flows.');
    const [first] = visit.addBlocks([one]);
    read(first, 2_000);
    const second = goOn(visit);
    second.addBlocks([{ ...one, text: 'Work is energy.' }]);
    expect(watchedTexts(goOn(second), [one])).toEqual(['Heat flows.']);
  });

  it('reads a text again that was away in between, and one that is written anew', () => {
    const before = block('Heat flows.');
    const [first] = visit.addBlocks([before]);
    read(first, 2_000);
    const second = goOn(visit);
    expect(watchedTexts(second, [before])).toEqual([]);
    before.element.checkVisibility = () => false;
    const third = goOn(second);
    expect(watchedTexts(third, [before])).toEqual(['Heat flows.']);
    expect(watchedTexts(goOn(visit), [block('Heat flows.')])).toEqual(['Heat flows.']);
  });
});
