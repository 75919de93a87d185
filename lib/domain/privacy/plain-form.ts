const WIDE_FORMS = /[\uff01-\uff5e]/g;
const WIDE_OFFSET = 0xfee0;
const BLANKS = /[\t\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]/g;
const QUOTES = /[\u2018-\u201f\u300c-\u300f\u3010\u3011\u301d-\u301f]/g;
const DASHES = /[\u2010-\u2015\u2212\u30fb\u00b7\u2022]/g;

/**
 * Full-width letters and digits, quotation marks, and the many blanks, dashes and dots between groups of digits, as their
 * ASCII counterparts. Every unit stays where it is, so positions in the one are positions in the other.
 */
export function plainForm(text: string): string {
  return text
    .replace(WIDE_FORMS, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET))
    .replace(BLANKS, ' ')
    .replace(DASHES, '-')
    .replace(QUOTES, '"');
}
