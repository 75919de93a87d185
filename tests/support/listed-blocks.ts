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
