import type { BlockKind } from '@/lib/domain/reading/model';
import { createFrame, type Frame, separatorAfter, separatorBefore } from './block-frame';
import { mathsText } from './maths-text';

/** Text of one element as the page wrote it, with what is known from around it. */
export interface RawBlock {
  readonly element: Element;
  readonly text: string;
  /** How much of the text is in links, white space apart. */
  readonly linkedChars: number;
  readonly kind: BlockKind;
  readonly langHint: string;
  /** Headings above, outermost first, as the page wrote them. */
  readonly headingPath: readonly string[];
}

/** Puts the text between the boundaries of block elements together, in document order. */
export class BlockComposer {
  readonly #frames: Frame[] = [];
  readonly #headings: string[] = [];
  #finished: RawBlock[] = [];
  #parts: string[] = [];
  #linkedChars = 0;

  open(element: Element, tag: string): void {
    const above = this.#frames.at(-1);
    const frame = createFrame(element, tag, above);
    if (above?.isWhole) this.#parts.push(separatorBefore(tag));
    else if (frame.isBlock) this.#finishRun();
    this.#frames.push(frame);
    if (frame.isFormula && !above?.isFormula) this.#parts.push(mathsText(element));
    if (tag === 'br') this.#parts.push(frame.isWhole ? '\n' : ' ');
  }

  close(): void {
    const frame = this.#frames.at(-1);
    if (frame && this.#frames.at(-2)?.isWhole) this.#parts.push(separatorAfter(frame));
    else if (frame?.isBlock) this.#finishRun();
    this.#frames.pop();
  }

  addText(text: string): void {
    const frame = this.#frames.at(-1);
    if (frame?.isFormula) return;
    if (frame?.isLink) this.#linkedChars += text.replace(/\s+/g, '').length;
    this.#parts.push(frame?.kind === 'table' ? text.replace(/\s+/g, ' ') : text);
  }

  /** Blocks finished since the last call. */
  take(): RawBlock[] {
    const taken = this.#finished;
    this.#finished = [];
    return taken;
  }

  /** Ends the text that was gathered since the last boundary: a block, or a heading for those that follow. */
  #finishRun(): void {
    const owner = this.#frames.findLast((frame) => frame.isBlock);
    const text = this.#parts.join('');
    const linkedChars = this.#linkedChars;
    this.#parts = [];
    this.#linkedChars = 0;
    if (!owner || text.trim() === '') return;
    if (owner.headingLevel > 0) this.#setHeading(owner.headingLevel, text);
    else {
      const { element, kind, langHint } = owner;
      const headingPath = this.#headings.filter((heading) => heading !== undefined);
      this.#finished.push({ element, text, linkedChars, kind, langHint, headingPath });
    }
  }

  /** A heading ends the reach of those of its own level and below. */
  #setHeading(level: number, text: string): void {
    this.#headings.length = Math.min(this.#headings.length, level - 1);
    this.#headings[level - 1] = text;
  }
}
