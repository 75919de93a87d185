import type { BuiltText, TextBuilder } from '../text-builder';
import { isCodeLine, isLineHolder } from './code-form';

interface OpenElement {
  readonly tag: string;
  readonly isLine: boolean;
  readonly start: number;
}

/**
 * Puts code together from whatever elements hold its lines: plain text with line breaks, an element for each line, or
 * both. White space between elements that are lines is the markup's and not the code's.
 */
export class CodeText implements TextBuilder {
  readonly #parts: string[] = [];
  readonly #open: OpenElement[] = [];
  #length = 0;
  #openLines = 0;
  #isAtLineStart = true;
  #isAfterLine = false;
  /** White space outside of lines, until it is known whether it belongs to the code. */
  #held = '';

  open(element: Element, tag: string, isBlock: boolean): void {
    const isLine = this.#open.length > 0 && isCodeLine(element, tag, isBlock);
    if (isLine) {
      this.#held = '';
      this.#openLines += 1;
      if (!this.#isAtLineStart) this.#write('\n');
    }
    this.#open.push({ tag, isLine, start: this.#length });
    if (tag === 'br') this.#breakLine();
  }

  close(): void {
    const closed = this.#open.pop();
    if (!closed?.isLine) return;
    this.#openLines -= 1;
    if (this.#length === closed.start || !this.#isAtLineStart) this.#write('\n');
    this.#isAfterLine = true;
  }

  add(text: string): void {
    const isBlank = text.trim() === '';
    if (isBlank && isLineHolder(this.#open.at(-1)?.tag ?? '')) return;
    if (isBlank && this.#openLines === 0) this.#held += text;
    else {
      // The break behind an inline element that is a line ends that line.
      const whole = this.#held + text;
      this.#write(this.#isAfterLine && this.#openLines === 0 ? whole.replace(/^\r?\n/, '') : whole);
      this.#held = '';
    }
  }

  build(): BuiltText {
    return { text: this.#parts.join(''), headerLines: 0 };
  }

  /** Outside of preformatted text, the break in the markup behind a `<br>` is none in the code. */
  #breakLine(): void {
    this.add('\n');
    this.#isAfterLine = this.#open[0]?.tag !== 'pre';
  }

  #write(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
    this.#isAtLineStart = text.endsWith('\n');
    this.#isAfterLine = false;
  }
}
