import { joinSpokenLines } from '@/lib/domain/reading/join-spoken-lines';
import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import { attributeOf, matchesSelector } from './dom-access';
import type { TextRun } from './text-run';
import { traverse } from './traverse';

const LIMITS = { lines: 5_000, lineChars: 1_000, panels: 4 } as const;

const NOT_SAID: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** The panels of a page in which a video's transcript is shown, as the adapter of the site describes them. */
export class TranscriptPanels {
  readonly #root: Element;
  readonly #form: SiteAdapter['transcript'];
  readonly #noticed = new Set<Element>();

  /** @param form absent where a site has none */
  constructor(root: Element, form: SiteAdapter['transcript']) {
    this.#root = root;
    this.#form = form;
  }

  /** Whether an element is a panel, to be read line by line. */
  notice(element: Element): boolean {
    const isPanel = this.#form !== undefined && matchesSelector(element, this.#form.panel);
    if (isPanel) this.#noticed.add(element);
    return isPanel;
  }

  /** Panels that stand beside the content or were not walked into. One within another is a part of it. */
  findOthers(): Element[] {
    const selector = this.#form?.panel;
    if (selector === undefined) return [];
    return [...this.#root.ownerDocument.querySelectorAll(selector)]
      .filter((panel) => !this.#noticed.has(panel) && !panel.contains(this.#root))
      .filter((panel) => !panel.parentElement?.closest(selector))
      .slice(0, LIMITS.panels);
  }

  /**
   * Yields the passages of a panel, and `undefined` between steps. A passage is held by the elements of its lines, since
   * the panel may scroll them out of view one by one.
   */
  *walk(panel: Element, headingPath: readonly string[] = []): Generator<TextRun | undefined, void> {
    if (!this.#form) return;
    const { line, drop } = this.#form;
    const lines = panel.querySelectorAll(line);
    const elements: Element[] = [];
    const texts: string[] = [];
    for (let index = 0; index < Math.min(lines.length, LIMITS.lines); index += 1) {
      yield undefined;
      const element = lines.item(index);
      if (!element || elements.at(-1)?.contains(element)) continue;
      elements.push(element);
      texts.push(saidIn(element, drop));
    }
    const langHint = langOf(panel);
    for (const { text, firstLine, lastLine } of joinSpokenLines(texts))
      yield toRun(text, elements.slice(firstLine, lastLine + 1), { langHint, headingPath });
  }
}

function saidIn(line: Element, drop: string | undefined): string {
  const isSaid = (element: Element, tag: string) =>
    !NOT_SAID.has(tag) && !(drop !== undefined && matchesSelector(element, drop));
  let said = '';
  for (const step of traverse(line, isSaid)) {
    if (step.type === 'text') said += `${step.node.data.slice(0, LIMITS.lineChars)} `;
    if (said.length >= LIMITS.lineChars) break;
  }
  return said;
}

function langOf(panel: Element): string {
  const claiming = panel.closest('[lang]');
  return claiming ? (attributeOf(claiming, 'lang') ?? '') : '';
}

function toRun(
  text: string,
  elements: readonly Element[],
  place: Pick<TextRun, 'langHint' | 'headingPath'>,
): TextRun {
  const [element] = elements;
  if (!element) throw new RangeError('A passage has no lines');
  return {
    ...place,
    element,
    elements,
    text,
    kind: 'transcript',
    formulas: [],
    linkedChars: 0,
    omittedChars: 0,
    headerLines: 0,
    codeLanguage: undefined,
    group: undefined,
  };
}
