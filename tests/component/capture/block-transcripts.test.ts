import { beforeEach, describe, expect, it } from 'vitest';
import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import { blocksIn } from '../../support/listed-blocks';

const transcript = { panel: '.panel', line: '.line', drop: '.time' };
const adapter: SiteAdapter = { id: 'talks', hosts: ['talks.test'], root: [], drop: [], transcript };

const line = (text: string, index: number) =>
  `<div class="line" role="button"><span class="time">0:${String(index).padStart(2, '0')}</span> <span>${text}</span></div>`;
const panel = (lines: readonly string[], lang = 'en') =>
  `<aside class="panel" lang="${lang}"><h2>Transcript</h2>${lines.map(line).join('\n')}</aside>`;

const HEAT = 'heat flows from what is warm to what is cold and';
const spoken = Array.from({ length: 12 }, (_, index) => (index % 4 === 3 ? 'never back. And then' : HEAT));

beforeEach(() => {
  document.body.innerHTML = '';
});

function blocksOf(markup: string, root = 'body') {
  document.body.innerHTML = markup;
  const element = document.querySelector(root) ?? document.body;
  return blocksIn(element, { adapter });
}

describe('a transcript panel', () => {
  it('is read in passages that end with a sentence, without its times', () => {
    const blocks = blocksOf(`<main><p>What follows was said aloud.</p>${panel(spoken)}</main>`);
    expect(blocks.map(({ kind }) => kind)).toEqual(['prose', 'transcript', 'transcript']);
    const [, first, second] = blocks;
    expect(first?.text).toMatch(/^heat flows .* never back\.$/);
    expect(first?.text.length).toBeGreaterThanOrEqual(300);
    expect(first?.text.length).toBeLessThanOrEqual(600);
    expect(second?.text).toMatch(/^And then heat flows .* And then$/);
    expect(blocks.map(({ text }) => text).join(' ')).not.toMatch(/0:|Transcript/);
  });

  it('is held by the elements of its lines, one that ends in the middle by both passages', () => {
    const [first, second] = blocksOf(panel(spoken));
    const lines = [...document.querySelectorAll('.line')];
    expect(first?.elements).toEqual(lines.slice(0, 8));
    expect(second?.elements).toEqual(lines.slice(7));
    expect(first?.element).toBe(lines[0]);
  });

  it('is found once beside the content too, and is all there is when it is the content', () => {
    const beside = `<main><p>What follows was said aloud.</p></main>${panel(spoken)}`;
    expect(blocksOf(beside, 'main').map(({ kind }) => kind)).toEqual(['prose', 'transcript', 'transcript']);
    expect(blocksOf(beside, '.panel').map(({ kind }) => kind)).toEqual(['transcript', 'transcript']);
  });

  it('joins Chinese lines without a space', () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      index % 5 === 4 ? '不会倒流。' : '热量从高温流向低温，',
    );
    const blocks = blocksOf(panel(lines, 'zh'));
    expect(blocks.length).toBeGreaterThan(1);
    for (const { text, lang } of blocks) {
      expect(text).toMatch(/^热量从高温流向低温，热量.*不会倒流。$/);
      expect(lang).toBe('zh');
    }
  });

  it('counts a line within a line once', () => {
    const nested = `<div class="panel"><div class="line">${HEAT} <span class="line">so it is.</span></div></div>`;
    expect(blocksOf(nested)).toMatchObject([{ kind: 'transcript', text: `${HEAT} so it is.` }]);
  });

  it('is text like any other without an adapter', () => {
    document.body.innerHTML = `<div class="panel"><p class="line">${HEAT}</p></div>`;
    expect(blocksIn(document.body)).toMatchObject([{ kind: 'prose', text: HEAT }]);
  });
});
