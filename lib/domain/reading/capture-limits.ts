/** Largest sizes that a report may have; the reader cuts to them, the background refuses beyond. */
export const CAPTURE_LIMITS = {
  textChars: 20_000,
  textCharsPerMessage: 100_000,
  blocksPerMessage: 50,
  headings: 12,
  headingChars: 300,
  anchorChars: 128,
  formulas: 100,
  formulaChars: 4_000,
  formulaCharsPerBlock: 20_000,
  titleChars: 500,
  urlChars: 4_000,
} as const;
