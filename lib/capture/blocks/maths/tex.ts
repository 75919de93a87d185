import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { cleanLines } from '@/lib/domain/reading/passage-text';

const DELIMITED = [
  /^\\\(([\s\S]+)\\\)$/,
  /^\\\[([\s\S]+)\\\]$/,
  /^\$\$([\s\S]+)\$\$$/,
  /^\$([^$]+)\$$/,
] as const;

const STYLE = /^\\(?:display|text)style\s*(?![a-zA-Z])/;

/** Words side by side are a formula read aloud, not its source. */
const SPOKEN = /^[^\\^_{}]*\p{L}{2,} \p{L}{2,}[^\\^_{}]*$/u;

/** TeX as a page carries it, without what surrounds it; undefined when there is none or it is too long to keep. */
export function tidyTex(raw: string | null | undefined): string | undefined {
  let tex = cleanLines((raw ?? '').slice(0, 2 * CAPTURE_LIMITS.formulaChars)).trim();
  tex = tex.replace(/^LaTeX:\s*/, '');
  for (const delimited of DELIMITED) tex = (delimited.exec(tex)?.[1] ?? tex).trim();
  if (/^\{\s*\\(?:display|text)style\b/.test(tex) && isOneGroup(tex)) tex = tex.slice(1, -1).trim();
  tex = tex.replace(STYLE, '').trim();
  return tex === '' || tex.length > CAPTURE_LIMITS.formulaChars ? undefined : tex;
}

/** TeX in a description of a formula; undefined where the description is meant to be read aloud. */
export function describedTex(description: string | null): string | undefined {
  return description === null || SPOKEN.test(description) ? undefined : tidyTex(description);
}

/** TeX of a text that is nothing but a formula between the signs of a display: `\[…\]` or `$$…$$`. */
export function displayedTex(text: string): string | undefined {
  const isDisplay = /^\\\[(?:(?!\\\[)[\s\S])+\\\]$/.test(text) || /^\$\$[^$]+\$\$$/.test(text);
  return isDisplay ? tidyTex(text) : undefined;
}

/** Whether the brace that opens a text is closed by its last one. */
function isOneGroup(tex: string): boolean {
  let depth = 0;
  for (let index = 0; index < tex.length; index += 1) {
    const sign = tex.charAt(index);
    if (sign === '\\') index += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0) return index === tex.length - 1;
  }
  return false;
}
