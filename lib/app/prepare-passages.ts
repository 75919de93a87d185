import { redactExcerpt, redactSecrets } from '@/lib/domain/privacy/redact';
import type { Formula, Passage, TextForm } from '@/lib/domain/reading/model';
import { comparisonForm } from '@/lib/domain/reading/passage-text';
import { createQuoteAnchor } from '@/lib/domain/reading/quote-anchor';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { PreparedPassage } from './ports/reading-store';

/** A text to be kept and where it stands: read on a page, chosen by the learner, or from a file. */
export interface BlockToKeep
  extends Omit<PreparedPassage, 'passage'>,
    Pick<Passage, 'text' | 'kind' | 'lang'>,
    TextForm {}

export interface Preparation {
  /** Scheme, host and port of the site; `pdf:` for files. */
  readonly origin: string;
  readonly at: EpochMs;
  /** SHA-256 as hex digits. */
  readonly hash: (text: string) => Promise<string>;
}

/**
 * The passages of blocks, under ids that make storing one twice storing it once. What looks like a secret is taken out of
 * everything that will be stored, before the id is made of it.
 */
export function preparePassages(
  blocks: readonly BlockToKeep[],
  preparation: Preparation,
): Promise<PreparedPassage[]> {
  return Promise.all(blocks.map((block) => preparePassage(block, preparation)));
}

async function preparePassage(
  block: BlockToKeep,
  { origin, at, hash }: Preparation,
): Promise<PreparedPassage> {
  const { text: original, kind, lang, codeLanguage, formulas: written = [], ...where } = block;
  const text = redactSecrets(original);
  const formulas = written.flatMap((formula) => redactFormula(formula, original, text));
  const form = { ...(codeLanguage && { codeLanguage }), ...(formulas.length > 0 && { formulas }) };
  const id = await hash(`${origin}\n${comparisonForm(text)}`);
  const { prefix, suffix } = block.anchor;
  return {
    ...where,
    headingPath: block.headingPath.map(redactSecrets),
    anchor: createQuoteAnchor(text, redactExcerpt(prefix), redactExcerpt(suffix)),
    passage: { id, text, kind, lang, ...form, origin, createdAt: at },
  };
}

/** Covering keeps positions. A formula that was touched itself is given up. */
function redactFormula({ start, end, tex, mathml }: Formula, original: string, text: string): Formula[] {
  if (text.slice(start, end) !== original.slice(start, end)) return [];
  return [
    { start, end, ...(tex && { tex: redactSecrets(tex) }), ...(mathml && { mathml: redactSecrets(mathml) }) },
  ];
}
