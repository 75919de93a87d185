import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import type { PageBlock } from '@/lib/capture/blocks/block-walker';
import { findPageBlocks } from '@/lib/capture/root/find-page-blocks';
import { cleanProse } from '@/lib/domain/reading/passage-text';

/** What an extractor makes of the page that it runs in. */
export interface Extract {
  readonly text: string;
  /** The same with what is known to be a caption. */
  readonly textWithCaptions: string;
  /** Time that it took, in milliseconds; the copying of the page that the libraries need is not counted. */
  readonly tookMs: number;
}

/** Blocks as the reader finds them. Those that are not displayed never come into a reader's view. */
export function extractAsShipped(): Extract {
  const { value, tookMs } = timed(() => [...findPageBlocks(document)]);
  const shown = value
    .filter((block) => block !== undefined)
    .filter(({ element }) => element.checkVisibility());
  const texts = shown.filter(({ kind }) => kind !== 'caption');
  return { text: textOfBlocks(texts), textWithCaptions: textOfBlocks(shown), tookMs };
}

/** The longest that the page has to wait for its turn, in milliseconds: of three times the best, since a machine has more to do. */
export function longestStepMs(): number {
  return Math.min(...[0, 1, 2].map(longestStepOnce));
}

function longestStepOnce(): number {
  let longest = 0;
  let start = performance.now();
  for (const _step of findPageBlocks(document)) {
    const now = performance.now();
    longest = Math.max(longest, now - start);
    start = now;
  }
  return longest;
}

export function extractByReadability(): Extract {
  const copy = document.cloneNode(true) as Document;
  const { value, tookMs } = timed(() => new Readability(copy).parse()?.content ?? '');
  return { ...textsOfMarkup(value), tookMs };
}

export function extractByDefuddle(): Extract {
  const copy = document.cloneNode(true) as Document;
  const options = { url: location.href, useAsync: false };
  const { value, tookMs } = timed(() => new Defuddle(copy, options).parse().content);
  return { ...textsOfMarkup(value), tookMs };
}

function timed<Value>(extract: () => Value): { value: Value; tookMs: number } {
  const start = performance.now();
  const value = extract();
  return { value, tookMs: performance.now() - start };
}

/** The texts of blocks, and before each the headings that are new with it. The title is no part of a text. */
function textOfBlocks(blocks: readonly PageBlock[]): string {
  const titles = [...document.querySelectorAll('h1')].map((title) => cleanProse(title.textContent ?? ''));
  const isTitle = (heading: string) => titles.includes(heading) || document.title.startsWith(heading);
  return blocks
    .flatMap(({ headingPath, text }, index) => {
      const before = blocks[index - 1]?.headingPath ?? [];
      const fresh = headingPath.findIndex((heading, level) => heading !== before[level]);
      const headings = fresh < 0 ? [] : headingPath.slice(fresh);
      return [...headings.filter((heading) => !isTitle(heading)), text];
    })
    .join('\n');
}

const FLOWS =
  'a,abbr,b,bdi,bdo,cite,code,data,del,dfn,em,font,i,ins,kbd,mark,q,s,samp,small,span,strong,sub,sup,time,u,var';

/** Text of a result in HTML, with a line break wherever a block begins or ends. */
function textsOfMarkup(markup: string): Pick<Extract, 'text' | 'textWithCaptions'> {
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  for (const element of body.querySelectorAll(`*:not(${FLOWS})`)) {
    element.before('\n');
    element.after('\n');
  }
  const textWithCaptions = body.textContent ?? '';
  for (const caption of body.querySelectorAll('figcaption')) caption.remove();
  return { text: body.textContent ?? '', textWithCaptions };
}
