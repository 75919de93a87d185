import { chunkText } from './chunk-text';

/**
 * Cuts code or a table into parts of whole lines, of at most `maxChars` UTF-16 units each; only a line that is longer is
 * cut. The first `headerLines` lines begin every part, since what stands in a table says nothing without its columns'
 * names; they may take up to half of a part.
 */
export function chunkLines(text: string, maxChars: number, headerLines = 0): string[] {
  if (text.length <= maxChars) return text === '' ? [] : [text];
  const lines = text.split('\n');
  const header = lines.slice(0, headerLines).join('\n');
  const repeats = headerLines > 0 && header.length <= maxChars / 2;
  const prefix = repeats ? `${header}\n` : '';
  const parts: string[] = [];
  let part = '';
  for (const line of repeats ? lines.slice(headerLines) : lines) {
    for (const piece of piecesOf(line, maxChars - prefix.length)) {
      const longer = part === '' ? prefix + piece : `${part}\n${piece}`;
      if (part !== '' && longer.length > maxChars) {
        parts.push(part);
        part = prefix + piece;
      } else part = longer;
    }
  }
  return [...parts, part].map(trimBlankLines).filter((each) => each !== '');
}

function piecesOf(line: string, maxChars: number): string[] {
  return line.length <= maxChars ? [line] : chunkText(line, maxChars);
}

/** Blank lines at both ends say nothing; indentation does. */
function trimBlankLines(part: string): string {
  return part.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
