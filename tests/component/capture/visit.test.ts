import { beforeEach, describe, expect, it } from 'vitest';
import type { PageBlock } from '@/lib/capture/blocks/block-walker';
import { Visit } from '@/lib/capture/visit';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';

let visit: Visit;

function block(text: string): PageBlock {
  const element = document.createElement('p');
  document.body.append(element);
  return { element, text, kind: 'prose', lang: 'en', headingPath: ['One'], from: 0, to: 1 };
}

/** Posts what is due, as the session does, and returns the texts. */
function post(isLast = false): string[] | undefined {
  const pending = visit.nextReport('A page', isLast);
  pending?.markPosted();
  return pending?.report.blocks.map(({ text }) => text);
}

beforeEach(() => {
  document.body.replaceChildren();
  visit = new Visit({ id: '0'.repeat(32), url: 'https://a.example/', timeScale: 1 });
});

describe('a visit', () => {
  it('reports a block once it was in view long enough, and then no more', () => {
    const [first] = visit.addBlocks([block('Heat flows.'), block('Work is energy.')]);
    expect(post()).toBeUndefined();
    if (first) first.dwellMs = 1_499;
    expect(post()).toBeUndefined();
    if (first) first.dwellMs = 1_500;
    expect(post()).toEqual(['Heat flows.']);
    if (first) first.dwellMs = 9_000;
    expect(post()).toBeUndefined();
  });

  it('needs less time on a page that is read faster', () => {
    visit = new Visit({ id: '0'.repeat(32), url: 'https://a.example/', timeScale: 20 });
    const [first] = visit.addBlocks([block('Heat flows.')]);
    if (first) first.dwellMs = 75;
    expect(post()).toEqual(['Heat flows.']);
  });

  it('says at the end how long blocks were seen in all', () => {
    const [first] = visit.addBlocks([block('Heat flows.')]);
    if (first) first.dwellMs = 2_000;
    post();
    if (first) first.dwellMs = 2_900;
    expect(post(true)).toBeUndefined();
    if (first) first.dwellMs = 3_000;
    expect(visit.nextReport('A page', true)?.report.blocks).toMatchObject([{ dwellMs: 3_000 }]);
  });

  it('reports again without posting loses nothing', () => {
    const [first] = visit.addBlocks([block('Heat flows.')]);
    if (first) first.dwellMs = 2_000;
    expect(visit.nextReport('A page', false)?.report.blocks).toHaveLength(1);
    expect(post()).toEqual(['Heat flows.']);
  });

  it('keeps silent about a page on which nothing was read, and tells the time of others', () => {
    const [first] = visit.addBlocks([block('Heat flows.')]);
    visit.advance(60_000, 0.2);
    expect(post()).toBeUndefined();
    if (first) first.dwellMs = 2_000;
    post();
    visit.advance(14_999, 0.9);
    expect(post()).toBeUndefined();
    visit.advance(1, 0.4);
    expect(visit.nextReport('A page', false)?.report.visit).toMatchObject({
      activeMs: 75_000,
      scrollShare: 0.9,
    });
  });

  it('splits what is due into messages that are not too large', () => {
    const texts = Array.from({ length: 120 }, (_, index) => `${index} ${'a'.repeat(1_900)}`);
    for (const watched of visit.addBlocks(texts.map(block))) watched.dwellMs = 12_000;
    const posted: string[] = [];
    for (let part = post(); part; part = post()) {
      expect(part.length).toBeLessThanOrEqual(CAPTURE_LIMITS.blocksPerMessage);
      expect(part.join('').length).toBeLessThanOrEqual(CAPTURE_LIMITS.textCharsPerMessage);
      posted.push(...part);
    }
    expect(posted).toEqual(texts);
  });

  it('takes in a page that is built anew without counting anything twice', () => {
    const before = block('Heat flows.');
    const [first] = visit.addBlocks([before]);
    if (first) first.dwellMs = 1_000;
    expect(visit.addBlocks([before, block('Work is energy.')])).toHaveLength(1);
    before.element.remove();
    const [moved] = visit.addBlocks([block('Heat flows.')]);
    expect(moved?.dwellMs).toBe(1_000);
  });

  it('follows a text that the page shows twice once', () => {
    expect(visit.addBlocks([block('Heat flows.'), block('Heat flows.')])).toHaveLength(1);
  });
});
