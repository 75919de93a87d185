import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import { BlockComposer } from './block-composer';
import { type PageBlock, toPageBlocks } from './page-block';
import { ReadingGate } from './reading-gate';
import { RunJoiner } from './run-joiner';
import { type InnerTree, ShownTrees } from './shown-trees';
import { cleanRun, type TextRun } from './text-run';
import { TranscriptPanels } from './transcript';
import { traverse } from './traverse';
import { isInWritingArea } from './writing-area';

export type { PageBlock } from './page-block';

export interface WalkOptions {
  /** Whether an element may hold reading matter; it is walked into only then. */
  readonly accepts?: (element: Element, tag: string) => boolean;
  /** What counts of a text node; all of it when absent. */
  readonly textOf?: (node: Text) => string;
  /** How the site is built; absent where the general rules apply. */
  readonly adapter?: SiteAdapter;
  /** Called for each open shadow root and each frame that is walked into: changes in it are not seen from outside. */
  readonly onInnerTree?: (tree: InnerTree) => void;
  /** `WALK_LIMITS` when absent. */
  readonly limits?: WalkLimits;
}

export interface WalkLimits {
  readonly steps: number;
  readonly textNodes: number;
  readonly blocks: number;
}

/** For pages of the web: one that grows faster than it is read has no end. */
export const WALK_LIMITS: WalkLimits = { steps: 3_000_000, textNodes: 50_000, blocks: 5_000 };

const CHARS_PER_TEXT_NODE = 100_000;

/**
 * Yields the blocks under an element, in document order, and `undefined` after every step, so that the caller can stop for
 * breath. Open shadow roots, slots and frames of the same origin are read where they are shown; the transcript of a video
 * also where it stands outside. Ends at its limits.
 */
export function* walkBlocks(
  root: Element,
  options: WalkOptions = {},
): Generator<PageBlock | undefined, void> {
  if (isInWritingArea(root)) return;
  const most = options.limits?.blocks ?? WALK_LIMITS.blocks;
  const joiner = new RunJoiner();
  let blocks = 0;
  for (const run of walkRuns(root, options)) {
    const complete = run === 'end' ? joiner.finish() : run ? joiner.add(run) : [];
    for (const block of complete.flatMap(toPageBlocks)) {
      if (blocks === most) return;
      blocks += 1;
      yield block;
    }
    yield undefined;
  }
}

/** Yields each run of text, `undefined` after other steps, and `end` behind the last. */
function* walkRuns(root: Element, options: WalkOptions): Generator<TextRun | 'end' | undefined, void> {
  const panels = new TranscriptPanels(root, options.adapter?.transcript);
  if (panels.notice(root)) yield* panels.walk(root);
  else {
    yield* walkTree(root, options, panels);
    for (const panel of panels.findOthers()) yield* panels.walk(panel);
  }
  yield 'end';
}

function* walkTree(
  root: Element,
  {
    accepts = () => true,
    textOf = (node) => node.data,
    onInnerTree = () => undefined,
    limits = WALK_LIMITS,
  }: WalkOptions,
  panels: TranscriptPanels,
): Generator<TextRun | undefined, void> {
  const composer = new BlockComposer();
  const trees = new ShownTrees(onInnerTree);
  const gate = new ReadingGate({ trees, panels, accepts, isInCode: () => composer.isInCode });
  let steps = 0;
  let textNodes = 0;
  for (const step of traverse(root, gate.accepts, trees.shownBy)) {
    steps += 1;
    const found = step.type === 'pass' ? gate.takeFound() : undefined;
    if (step.type === 'open') composer.open(step.element, step.tag);
    else if (step.type === 'close') composer.close();
    else if (step.type === 'text') {
      textNodes += 1;
      composer.addText(textOf(step.node), CHARS_PER_TEXT_NODE);
    } else if (found?.type === 'formula') composer.addFormula(found.element, found.formula);
    else if (found) composer.finishRun();
    yield undefined;
    yield* composer.take().map(cleanRun);
    if (found?.type === 'transcript') yield* panels.walk(found.panel, composer.headingPath);
    if (textNodes >= limits.textNodes || steps >= limits.steps) break;
  }
  composer.finishRun();
  yield* composer.take().map(cleanRun);
}
