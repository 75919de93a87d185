import type { Embedding, EncodingRole } from '@/lib/domain/embedding/model';

const ENCODER_ERROR_CODES = [
  'model-missing',
  'model-altered',
  'engine-failed',
  'aborted',
  'out-of-memory',
] as const;

export type EncoderErrorCode = (typeof ENCODER_ERROR_CODES)[number];

/** Thrown by `Encoder.encode`; the code crosses worker boundaries as the error's `name`. */
export class EncoderError extends Error {
  constructor(
    readonly code: EncoderErrorCode,
    message: string,
  ) {
    super(message);
    this.name = code;
  }
}

/** The code of an encoder's error, also of one that came from another thread; absent for any other error. */
export function encoderErrorCode(error: unknown): EncoderErrorCode | undefined {
  return error instanceof Error ? ENCODER_ERROR_CODES.find((code) => code === error.name) : undefined;
}

/** Whether the encoder cannot answer now, whatever it is asked. A text that needs too much memory says nothing of others. */
export function isEncoderUnavailable(error: unknown): boolean {
  const code = encoderErrorCode(error);
  return code !== undefined && code !== 'out-of-memory';
}

/** Who is served first: somebody who waits for an answer, then the page in view, then everything else. */
export const URGENCIES = ['query', 'view', 'backlog'] as const;

export type Urgency = (typeof URGENCIES)[number];

export interface EncodeOptions {
  /** `query` when absent. */
  readonly urgency?: Urgency;
  /** Looked at between batches: the call then rejects with `aborted`. */
  readonly signal?: AbortSignal;
}

/** Turns texts into unit vectors, in input order. The role's prefix is added by the encoder. */
export interface Encoder {
  /** @throws EncoderError, with `out-of-memory` when one of the texts alone needs more than there is */
  encode(texts: readonly string[], role: EncodingRole, options?: EncodeOptions): Promise<Embedding[]>;
}
