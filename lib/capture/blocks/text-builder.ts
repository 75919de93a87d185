export interface BuiltText {
  readonly text: string;
  /** How many of the first lines name what stands below them. */
  readonly headerLines: number;
}

/** Puts the text of one run together from the elements and texts in it. */
export interface TextBuilder {
  open(element: Element, tag: string, isBlock: boolean): void;
  close(): void;
  add(text: string): void;
  build(): BuiltText;
}

/** Text that flows from element to element. */
export class FlowText implements TextBuilder {
  readonly #parts: string[] = [];

  open(_element: Element, tag: string): void {
    if (tag === 'br') this.#parts.push(' ');
  }

  close(): void {}

  add(text: string): void {
    this.#parts.push(text);
  }

  build(): BuiltText {
    return { text: this.#parts.join(''), headerLines: 0 };
  }
}
