type Write = (parts: readonly string[]) => string;

/** Stands where a letter that follows would seem to belong to what is before it; then a blank takes its place. */
export const APART = '\u2061';

const join: Write = (parts) => parts.join('');

/** How the layouts of MathML are written on one line: `x^2`, `a/b`, `√(a+b)`, `∑_(i=1)^n`. Others put their parts side by side. */
const WRITE: Readonly<Record<string, Write>> = {
  mfenced: (parts) => `(${parts.join(',')})`,
  mfrac: ([above = '', below = '']) => `${group(above)}/${group(below)}${APART}`,
  mlabeledtr: ([, ...cells]) => cells.join(' '),
  mover: ([base = '', over = '']) => (isMark(over) ? base + over : base + raised(over)),
  mphantom: () => '',
  mroot: ([base = '', index = '']) => `${index}√${group(base)}`,
  msqrt: (parts) => `√${group(join(parts))}`,
  msub: ([base = '', sub = '']) => base + lowered(sub),
  msubsup: ([base = '', sub = '', sup = '']) => base + lowered(sub) + raised(sup),
  msup: ([base = '', sup = '']) => base + raised(sup),
  mtable: (rows) => rows.join('; '),
  mtr: (cells) => cells.join(' '),
  munder: ([base = '', under = '']) => base + lowered(under),
  munderover: ([base = '', under = '', over = '']) => base + lowered(under) + raised(over),
};

/** Symbols of one layout of MathML from those of its parts, in order. */
export function writeLinear(tag: string, parts: readonly string[]): string {
  const write = Object.hasOwn(WRITE, tag) ? WRITE[tag] : undefined;
  return (write ?? join)(parts);
}

/** Symbols of a whole formula, as they stand in a sentence: a function is set off from its argument (`2 sin x`). */
export function finishLinear(symbols: string): string {
  return symbols
    .replace(/\u2061\s*(?=[\p{L}\p{N}√])/gu, ' ')
    .replace(/[\u2061-\u2064]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const PRIMES = /^['′″‴*†]+$/;

function raised(sup: string): string {
  if (sup === '') return '';
  return PRIMES.test(sup) ? sup : `^${group(sup)}${APART}`;
}

function lowered(sub: string): string {
  return sub === '' ? '' : `_${group(sub)}${APART}`;
}

/** What is more than one name or number goes into brackets. */
function group(symbols: string): string {
  const inner = symbols.replace(/^[\u2061\s]+/, '').replace(/\u2061$/, '');
  const isOne = /^(?:.|\p{L}+|[\p{N}.]+|\([^()]*\))$/u.test(inner);
  return isOne || inner === '' ? inner : `(${inner})`;
}

/** A bar, hat or arrow over a letter. */
function isMark(over: string): boolean {
  return /^[^\p{Lu}\p{Ll}\p{Lo}\p{N}]$/u.test(over);
}
