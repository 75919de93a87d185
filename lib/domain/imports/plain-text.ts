import { escapeMarkup } from './markup';

/** Longer lines are sentences, even when they begin with the word Chapter. */
const LONGEST_HEADING = 60;

const CHINESE_HEADING =
  /^(?:第[\d〇零一二三四五六七八九十百千两]{1,8}[章回节卷部篇集](?:[\s:：、.．].*)?|序[章言]|楔子|尾声|后记)$/;
const ENGLISH_HEADING =
  /^(?:(?:chapter|part|book)\s+(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[\s.:—–-].*)?|prologue|epilogue)$/i;

/** Lines that only a writer of Markdown writes: a heading, a fence, or a row of a table's rule. */
const MARKDOWN = /^(?:#{1,6}[ \t]+\S.*|(?:```|~~~)[\w+-]*|\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t:|-]*)$/m;

/** Whether a text without a name is written in Markdown. */
export function looksLikeMarkdown(text: string): boolean {
  return MARKDOWN.test(text);
}

/**
 * A text without markup as markup: its paragraphs, and as headings the lines that name a chapter. Paragraphs are parted by
 * empty lines; where there is hardly any, each line is one, as Chinese novels are written.
 */
export function markUpPlainText(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const isParted = lines.filter((line) => line.trim() === '').length * LINES_OF_A_PARAGRAPH >= lines.length;
  return isParted ? markUpParagraphs(lines) : lines.map(markUpLine).join('\n');
}

/** Text that is broken into lines has an empty one after so many at most. */
const LINES_OF_A_PARAGRAPH = 25;

function markUpParagraphs(lines: readonly string[]): string {
  const marked: string[] = [];
  let paragraph: string[] = [];
  const finish = () => {
    if (paragraph.length > 0) marked.push(`<p>${escapeMarkup(paragraph.join('\n'))}</p>`);
    paragraph = [];
  };
  for (const line of lines) {
    const isHeading = namesChapter(line.trim());
    if (line.trim() === '' || isHeading) finish();
    if (isHeading) marked.push(markUpLine(line));
    else if (line.trim() !== '') paragraph.push(line);
  }
  finish();
  return marked.join('\n');
}

function markUpLine(line: string): string {
  const text = line.trim();
  if (text === '') return '';
  const tag = namesChapter(text) ? 'h2' : 'p';
  return `<${tag}>${escapeMarkup(text)}</${tag}>`;
}

function namesChapter(line: string): boolean {
  return line.length <= LONGEST_HEADING && (CHINESE_HEADING.test(line) || ENGLISH_HEADING.test(line));
}
