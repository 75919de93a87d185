const PRINTABLE_ASCII = /[!-~]+/g;
const PUNCTUATION_AROUND = /^["'`([{<]+|["'`)\]}>(.,;:!?]+$/g;
const SIGNS_OF_CODE = /[_\\=@^{}|<>`*]|[$~](?!\d)|::|:\/\/|[#%]\w|\w[+"([]\w|[\w)]["([]/;
const PATH = /^\.{0,2}\/|\/\S*\/|\/$/;
const FLAG = /^--?\w/;
const DOTTED = /[A-Za-z]\.[A-Za-z]/;
const INITIALS = /^(?:[A-Za-z]\.)+[A-Za-z]?$/;

/** Whether a run of printable ASCII, without the punctuation around it, is written like code, a path or an address. */
function isCode(run: string): boolean {
  const core = run.replace(PUNCTUATION_AROUND, '');
  if (SIGNS_OF_CODE.test(core) || PATH.test(run.replace(/[.,;:!?)]+$/, '')) || FLAG.test(core)) return true;
  return DOTTED.test(core) && !INITIALS.test(core);
}

/**
 * Marks the stretches of a prose text that are code: paths, addresses, file names, options, calls, assignments. A word
 * taken from inside one would be a name cut in half. A bare call such as `range()` counts as the word that it names.
 *
 * @returns a test whether the UTF-16 unit at an offset lies in such a stretch
 */
export function findCodeRuns(text: string): (offset: number) => boolean {
  const inCode = new Uint8Array(text.length);
  for (const { index, 0: run } of text.matchAll(PRINTABLE_ASCII)) {
    if (isCode(run)) inCode.fill(1, index, index + run.length);
  }
  return (offset) => inCode[offset] === 1;
}
