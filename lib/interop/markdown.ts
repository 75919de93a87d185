import { Marked, type TokenizerAndRendererExtension } from 'marked';
import { escapeMarkup } from '@/lib/domain/imports/markup';

/** `$…$` in a sentence, as Pandoc reads it: no blank inside the signs, no digit behind them, so that prices stay prices. */
const INLINE_FORMULA = /^\$(?!\s)((?:\\[^\n]|[^$\\\n])+?)(?<!\s)\$(?!\d)/;
const DISPLAY_FORMULA = /^\$\$([^$]+?)\$\$[ \t]*(?:\n|$)/;

const inlineFormula: TokenizerAndRendererExtension = {
  name: 'inlineFormula',
  level: 'inline',
  start: (text) => text.indexOf('$'),
  tokenizer(text) {
    const [raw, tex] = INLINE_FORMULA.exec(text) ?? [];
    return raw === undefined ? undefined : { type: 'inlineFormula', raw, text: tex };
  },
  renderer: ({ text }) => `<span data-tex="${escapeMarkup(text)}"></span>`,
};

const displayFormula: TokenizerAndRendererExtension = {
  name: 'displayFormula',
  level: 'block',
  start: (text) => text.indexOf('$$'),
  tokenizer(text) {
    const [raw, tex] = DISPLAY_FORMULA.exec(text) ?? [];
    return raw === undefined ? undefined : { type: 'displayFormula', raw, text: tex };
  },
  renderer: ({ text }) => `<div data-tex="${escapeMarkup(text)}" data-display="true"></div>`,
};

const marked = new Marked({ gfm: true, async: false, extensions: [inlineFormula, displayFormula] });

/** What stands above the text for programs: title, date, tags. */
const FRONT_MATTER = /^---\r?\n[\s\S]{0,20000}?\r?\n(?:---|\.\.\.)\r?\n/;
const STATED_TITLE = /^title:[ \t]*["']?(.+?)["']?[ \t]*$/m;

/**
 * Markdown as HTML, formulas between dollar signs included. The HTML is as trustworthy as the text: it may hold whatever the
 * text does, so it is only to be read where nothing runs. Undefined for what nests too deep to be read as Markdown.
 */
export function renderMarkdown(
  text: string,
): { readonly title: string; readonly markup: string } | undefined {
  const [frontMatter = ''] = FRONT_MATTER.exec(text) ?? [];
  const title = STATED_TITLE.exec(frontMatter)?.[1] ?? '';
  try {
    return { title, markup: marked.parse(text.slice(frontMatter.length), { async: false }) };
  } catch {
    return undefined;
  }
}
