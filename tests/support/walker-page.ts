import { type PageBlock, type WalkOptions, walkBlocks } from '@/lib/capture/blocks/block-walker';

/** A block as the fixtures list it. */
export interface ListedBlock extends Pick<PageBlock, 'kind' | 'text' | 'lang' | 'codeLanguage'> {
  readonly formulas?: readonly { readonly shown: string; readonly tex?: string; readonly mathml?: string }[];
}

/** Blocks without their place in the page, and formulas with the text that stands for them. */
export function listBlock({ kind, text, lang, codeLanguage, formulas }: PageBlock): ListedBlock {
  const listed = formulas?.map(({ start, end, ...sources }) => ({
    shown: text.slice(start, end),
    ...sources,
  }));
  return {
    kind,
    lang,
    ...(codeLanguage !== undefined && { codeLanguage }),
    text,
    ...(listed && { formulas: listed }),
  };
}

export function blocksIn(root: Element, options: WalkOptions = {}): PageBlock[] {
  return [...walkBlocks(root, options)].filter((block) => block !== undefined);
}

/** The blocks of the page that this runs in. */
export function listBlocks(options: WalkOptions = {}): ListedBlock[] {
  return blocksIn(document.body, options).map(listBlock);
}

/** Milliseconds of the longest step of a walk through the page that this runs in, and how many steps there were. */
export function timeWalk(): { readonly longestMs: number; readonly steps: number; readonly blocks: number } {
  const walk = walkBlocks(document.body);
  let longestMs = 0;
  let steps = 0;
  let blocks = 0;
  for (;;) {
    const start = performance.now();
    const step = walk.next();
    longestMs = Math.max(longestMs, performance.now() - start);
    if (step.done) return { longestMs, steps, blocks };
    steps += 1;
    if (step.value) blocks += 1;
  }
}
