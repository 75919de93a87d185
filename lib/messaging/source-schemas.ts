import * as v from 'valibot';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { SOURCE_LIMITS } from '@/lib/domain/reading/wanted-source';

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(CAPTURE_LIMITS.textChars));
const anchorText = v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.anchorChars));
const sentence = v.exactOptional(v.object({ start: offset, end: offset }));

/** A passage and, when it is known, the page and the sentence that are meant. */
export const sourceRequestSchema = v.object({ passageId: id, pageId: v.exactOptional(id), sentence });

/** Has the shape of `WantedSource`. */
export const wantedSourceSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.textChars)),
  prefix: anchorText,
  suffix: anchorText,
  isWhole: v.boolean(),
  others: v.pipe(v.array(anchorText), v.maxLength(SOURCE_LIMITS.others)),
  sentence,
});

export const sourceOutcomeSchema = v.object({ found: v.boolean() });

/** A source that is being shown in a tab, as it is remembered until it was found or missed there. */
export const pendingSourceSchema = v.object({
  pageId: id,
  passageId: id,
  sentence,
  openedAt: v.number(),
  isAsked: v.boolean(),
});
