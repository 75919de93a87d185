import * as v from 'valibot';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { SELECTION_LIMITS, SELECTION_REFUSALS, type SelectionReading } from '@/lib/domain/reading/selection';
import { blockSchema } from './block-schema';

const LONGEST_WORDS = 300;
const words = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_WORDS));

/** Entitles to undo one thing: 32 hex digits that nobody can guess. */
const ticket = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

export const undoSchema = v.object({ ticket });

const ids = v.array(v.string());

/** What was kept of a selection, as it is remembered until it may no longer be taken back. */
export const undoTicketSchema = v.object({ ticket, chosen: ids });

/** Words for the notice in a page, in the language of the interface. */
export const noticeSchema = v.object({
  text: words,
  lang: v.picklist(['en', 'zh-CN']),
  close: words,
  undo: v.exactOptional(v.object({ label: words, done: words, failed: words, ticket })),
});

const { text, kind, lang, headingPath, order, anchor, codeLanguage, formulas } = blockSchema.entries;
const selectedBlockSchema = v.object({
  text,
  kind,
  lang,
  headingPath,
  order,
  anchor,
  codeLanguage,
  formulas,
});

const selectionSchema = v.object({
  url: v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.urlChars)),
  title: v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.titleChars)),
  lang,
  blocks: v.pipe(
    v.array(selectedBlockSchema),
    v.minLength(1),
    v.maxLength(SELECTION_LIMITS.blocks),
    v.check((blocks) => blocks.reduce((sum, block) => sum + block.text.length, 0) <= SELECTION_LIMITS.chars),
  ),
});

const selectionReadingSchema: v.GenericSchema<unknown, SelectionReading> = v.variant('ok', [
  v.object({ ok: v.literal(true), value: selectionSchema }),
  v.object({ ok: v.literal(false), error: v.picklist(SELECTION_REFUSALS) }),
]);

/** What scripts answered that were run in pages, without what is not sound: a page may have taken over its process. */
export function parseSelectionReadings(answers: readonly unknown[]): SelectionReading[] {
  return answers.flatMap((answer) => {
    const parsed = v.safeParse(selectionReadingSchema, answer);
    return parsed.success ? [parsed.output] : [];
  });
}
