import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { createFrame, type Frame } from './block-frame';
import { codeLanguageOf } from './code/code-language';
import { CodeText } from './code/code-text';
import { tagOf } from './dom-access';
import type { PageFormula } from './maths/formula';
import { Outline } from './outline';
import { isFrame } from './shown-trees';
import { TableText } from './table-text';
import { FlowText, type TextBuilder } from './text-builder';
import { markFormula, type RawRun, stripReserved } from './text-run';

/** What is beyond it between two boundaries is left out. */
const MOST_RUN_CHARS = 100_000;

/** A run that is being gathered. */
interface OpenRun {
  readonly text: TextBuilder;
  readonly formulas: PageFormula[];
  chars: number;
  linkedChars: number;
  omittedChars: number;
}

function beginRun(text: TextBuilder): OpenRun {
  return { text, formulas: [], chars: 0, linkedChars: 0, omittedChars: 0 };
}

/** Puts the text between the boundaries of block elements together, in document order. */
export class BlockComposer {
  readonly #frames: Frame[] = [];
  readonly #blocks: Frame[] = [];
  readonly #outline = new Outline();
  readonly #returnsToOutline: (() => void)[] = [];
  #whole: Frame | undefined;
  #run = beginRun(new FlowText());
  #finished: RawRun[] = [];

  get headingPath(): readonly string[] {
    return this.#outline.path;
  }

  get isInCode(): boolean {
    return this.#whole?.kind === 'code';
  }

  open(element: Element, tag: string): void {
    const frame = createFrame(element, tag, this.#frames.at(-1));
    const beginsWhole = frame.isWhole && !this.#whole;
    if (beginsWhole || (frame.isBlock && !this.#whole)) this.finishRun();
    if (isFrame(tag)) this.#returnsToOutline.push(this.#outline.mark());
    this.#frames.push(frame);
    if (frame.isBlock || beginsWhole) this.#blocks.push(frame);
    if (beginsWhole) {
      this.#whole = frame;
      this.#run = beginRun(frame.kind === 'code' ? new CodeText() : new TableText());
    }
    this.#run.text.open(element, tag, frame.isBlock);
  }

  close(): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    this.#run.text.close();
    if (frame === this.#whole || (frame.isBlock && !this.#whole)) this.finishRun();
    if (frame === this.#whole) this.#whole = undefined;
    if (frame === this.#blocks.at(-1)) this.#blocks.pop();
    if (isFrame(frame.tag)) this.#returnsToOutline.pop()?.();
    this.#frames.pop();
  }

  /** @param mostChars how much of a text is taken; the rest counts as left out */
  addText(raw: string, mostChars = MOST_RUN_CHARS): void {
    const room = Math.min(Math.max(MOST_RUN_CHARS - this.#run.chars, 0), mostChars);
    const text = stripReserved(raw.slice(0, room));
    this.#run.omittedChars += Math.max(raw.length - room, 0);
    this.#run.chars += text.length;
    if (this.#frames.at(-1)?.isLink) this.#run.linkedChars += text.replace(/\s+/g, '').length;
    this.#run.text.add(text);
  }

  addFormula(element: Element, formula: PageFormula): void {
    const isInHeading = (this.#blocks.at(-1)?.headingLevel ?? 0) > 0;
    if (this.isInCode || this.#run.formulas.length >= CAPTURE_LIMITS.formulas) this.addText(formula.symbols);
    else if (formula.isDisplay && !this.#whole && !isInHeading) this.#addDisplay(element, formula);
    else {
      this.#run.formulas.push(formula);
      this.#run.chars += formula.symbols.length;
      this.#run.text.add(markFormula(formula));
    }
  }

  /** Ends the text that was gathered since the last boundary: a run, or a heading for those that follow. */
  finishRun(): void {
    const { text: builder, ...run } = this.#run;
    this.#run = beginRun(new FlowText());
    const owner = this.#blocks.at(-1);
    const { text, headerLines } = builder.build();
    if (!owner || text.trim() === '') return;
    if (owner.headingLevel > 0) this.#outline.add(owner.headingLevel, text);
    else this.#finished.push({ ...run, ...this.#placeOf(owner), text, headerLines });
  }

  /** Runs finished since the last call. */
  take(): RawRun[] {
    const taken = this.#finished;
    this.#finished = [];
    return taken;
  }

  /** A formula on a line of its own, which may stand in the middle of a paragraph. */
  #addDisplay(element: Element, formula: PageFormula): void {
    this.finishRun();
    const owner = this.#blocks.at(-1);
    if (!owner) return;
    const { text: _text, ...run } = beginRun(new FlowText());
    // The script that holds a formula takes no room in the page.
    const place = { element: tagOf(element) === 'script' ? owner.element : element, kind: 'maths' } as const;
    const text = markFormula(formula);
    this.#finished.push({
      ...run,
      ...this.#placeOf(owner),
      ...place,
      formulas: [formula],
      text,
      headerLines: 0,
    });
  }

  #placeOf(owner: Frame) {
    const { element, kind, langHint, group } = owner;
    const codeLanguage = kind === 'code' ? codeLanguageOf(element) : undefined;
    return { element, kind, langHint, group, codeLanguage, headingPath: this.#outline.path };
  }
}
