import * as v from 'valibot';
import type { ReadingChange, ReadingInstruction } from '@/lib/app/ports/reader-host';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import type { ReadingReport } from '@/lib/domain/reading/model';
import type { WantedSource } from '@/lib/domain/reading/wanted-source';
import type { SearchAnswer, SearchRequest } from '@/lib/domain/search/model';
import type { Result } from '@/lib/domain/shared/result';
import { blockSchema, durationMs } from './block-schema';
import { searchRequestSchema } from './search-schemas';
import { noticeSchema, undoSchema } from './selection-schemas';
import { sourceOutcomeSchema, sourceRequestSchema, wantedSourceSchema } from './source-schemas';

const identifier = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

export const visitSchema = v.object({
  /** 32 hex digits made by the content script once per document load or single-page navigation. */
  visitId: identifier,
  url: v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.urlChars)),
  title: v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.titleChars)),
  lang: v.picklist(['en', 'zh', 'other']),
  activeMs: durationMs,
  scrollShare: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});

/** Has the shape of `ReadingReport`. */
export const captureSchema = v.object({
  visit: visitSchema,
  blocks: v.pipe(
    v.array(blockSchema),
    v.maxLength(CAPTURE_LIMITS.blocksPerMessage),
    v.check((blocks) => {
      const chars = blocks.reduce((sum, block) => sum + block.text.length, 0);
      return chars <= CAPTURE_LIMITS.textCharsPerMessage;
    }),
  ),
});

/** Why a page that may be read is not. */
const declineSchema = v.object({
  url: v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.urlChars)),
  reason: v.literal('secret-field'),
});

export const visitOpeningSchema = v.object({
  url: v.pipe(v.string(), v.maxLength(CAPTURE_LIMITS.urlChars)),
});

export const readingChangeSchema = v.object({ startAnew: v.boolean() });

export type ErrorCode =
  | 'bad-payload'
  | 'sender-refused'
  | 'site-not-allowed'
  | 'paused'
  | 'queue-full'
  | 'disk-full'
  | 'storage-failed'
  /** The handler threw. */
  | 'unexpected'
  /** Nobody answered, however often it was tried. */
  | 'unreachable'
  /** The extension was updated or removed under this script; nothing can be sent any more. */
  | 'context-gone';

export interface Refusal {
  ok: false;
  /** The message is for developers and never quotes what the learner reads. */
  error: { code: ErrorCode; message: string };
}

export type Reply<Value> = { ok: true; value: Value } | Refusal;

/** Every message there is. JSON only: a Date or a typed array does not survive the channel. */
export interface ProtocolMap {
  /** Scout → background: this page looks worth reading. True when a reader is on its way into the frame that asks. */
  'reading.begin'(payload: { url: string }): Reply<boolean>;
  /** Reader → background, when it starts and whenever something may have changed. */
  'reading.open'(payload: { url: string }): Reply<ReadingInstruction>;
  /** Reader → background, each few seconds while there is something new; sent again until acknowledged. */
  'reading.capture'(payload: ReadingReport): Reply<{ newPassages: number }>;
  /** Reader → background: this page asks for a secret, so it is left alone. */
  'reading.decline'(payload: v.InferOutput<typeof declineSchema>): Reply<null>;
  /** Background → all frames of a tab: what may be read has changed. */
  'reading.changed'(payload: ReadingChange): Reply<null>;
  /** Background → all frames of a tab: who is reading? Only a reader at work answers. */
  'reading.ask'(payload: null): Reply<null>;
  /** Background and popup → all frames of a tab: who leaves its page alone for a secret that it asks for? Only such a reader answers. */
  'reading.ask-left-alone'(payload: null): Reply<null>;
  /** Background → page on which the learner asked for something: what came of it. */
  'notice.show'(payload: v.InferOutput<typeof noticeSchema>): Reply<null>;
  /** Notice in a page → background: the learner takes back what was just kept there. */
  'selection.undo'(payload: { ticket: string }): Reply<null>;
  /** Extension pages → background: show a passage in the page that it was read on. */
  'source.show'(payload: v.InferOutput<typeof sourceRequestSchema>): Reply<null>;
  /** Background → page that was opened for it: look for the passage and mark it. */
  'source.mark'(payload: WantedSource): Reply<null>;
  /** Page → background: whether it has the passage that was asked for. */
  'source.told'(payload: { found: boolean }): Reply<null>;
  /** Extension pages → background: find what was read. */
  'search.ask'(payload: SearchRequest): Reply<SearchAnswer>;
  /** Background → offscreen document, which has the engine: find what was read. */
  'engine.search'(payload: SearchRequest): Reply<SearchAnswer>;
  /** Background → offscreen document: there are jobs. */
  'engine.wake'(payload: null): Reply<null>;
  /** Background → offscreen document: whatever made it pause may be over. */
  'engine.try-again'(payload: null): Reply<null>;
  /** Extension pages → background: the learner wants a pausing engine to try again. */
  'study.try-again'(payload: null): Reply<null>;
  /** Extension pages and engine → background: counts or jobs changed (badge, alarm, engine). */
  'study.changed'(payload: null): Reply<null>;
  /** Dashboard → background, PDF reader and offscreen document: everything was erased; drop caches and start anew. */
  'study.erased'(payload: null): Reply<null>;
}

/** The reply of a handler that has nothing to say. */
export const DONE: Reply<null> = { ok: true, value: null };

/** The reply that says how a use case ended. */
export function toReply<Value>(result: Result<Value, ErrorCode>): Reply<Value> {
  return result.ok ? result : refusal(result.error, `refused: ${result.error}`);
}

export function refusal(code: ErrorCode, message: string): Refusal {
  return { ok: false, error: { code, message } };
}

export type Topic = keyof ProtocolMap;
export type PayloadOf<Name extends Topic> = Parameters<ProtocolMap[Name]>[0];
export type AnswerOf<Name extends Topic> =
  ReturnType<ProtocolMap[Name]> extends Reply<infer Value> ? Value : never;
export type ReplyOf<Name extends Topic> = Reply<AnswerOf<Name>>;

/** The schema that every payload is held against before its handler sees it; keys that it does not name are dropped. */
export const PAYLOAD_SCHEMAS: { readonly [Name in Topic]: v.GenericSchema<unknown, PayloadOf<Name>> } = {
  'reading.begin': visitOpeningSchema,
  'reading.open': visitOpeningSchema,
  'reading.capture': captureSchema,
  'reading.decline': declineSchema,
  'reading.changed': readingChangeSchema,
  'reading.ask': v.null(),
  'reading.ask-left-alone': v.null(),
  'notice.show': noticeSchema,
  'selection.undo': undoSchema,
  'source.show': sourceRequestSchema,
  'source.mark': wantedSourceSchema,
  'source.told': sourceOutcomeSchema,
  'search.ask': searchRequestSchema,
  'engine.search': searchRequestSchema,
  'engine.wake': v.null(),
  'engine.try-again': v.null(),
  'study.try-again': v.null(),
  'study.changed': v.null(),
  'study.erased': v.null(),
};
