import * as v from 'valibot';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { BLOCK_KINDS } from '@/lib/domain/reading/model';

export const durationMs = v.pipe(v.number(), v.finite(), v.minValue(0));
const anchorText = v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.anchorChars));
const textOffset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(CAPTURE_LIMITS.textChars));
const formulaSource = v.pipe(v.string(), v.minLength(1), v.maxLength(CAPTURE_LIMITS.formulaChars));

const formulaSchema = v.object({
  start: textOffset,
  end: textOffset,
  tex: v.exactOptional(formulaSource),
  mathml: v.exactOptional(formulaSource),
});

const formulasSchema = v.pipe(
  v.array(formulaSchema),
  v.maxLength(CAPTURE_LIMITS.formulas),
  v.check((formulas) => {
    const chars = formulas.reduce((sum, { tex = '', mathml = '' }) => sum + tex.length + mathml.length, 0);
    return chars <= CAPTURE_LIMITS.formulaCharsPerBlock;
  }),
);

/** Has the shape of `ReadBlock`. */
export const blockSchema = v.object({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(CAPTURE_LIMITS.textChars)),
  kind: v.picklist(BLOCK_KINDS),
  lang: v.picklist(['en', 'zh', 'other']),
  headingPath: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.headingChars))),
    v.maxLength(CAPTURE_LIMITS.headings),
  ),
  order: v.pipe(v.number(), v.integer(), v.minValue(0)),
  anchor: v.object({ prefix: anchorText, exact: anchorText, suffix: anchorText }),
  dwellMs: durationMs,
  requiredMs: durationMs,
  expectedMs: durationMs,
  rereads: v.pipe(v.number(), v.integer(), v.minValue(0)),
  filePage: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  codeLanguage: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w.+#-]{1,32}$/))),
  formulas: v.exactOptional(formulasSchema),
});
