import type { Embedding, EncodingRole } from '@/lib/domain/embedding/model';

const ENCODER_ERROR_CODES = ['model-missing', 'model-altered', 'engine-failed', 'aborted'] as const;

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

/** Turns texts into unit vectors, in input order. The role's prefix is added by the encoder. */
export interface Encoder {
  encode(texts: readonly string[], role: EncodingRole): Promise<Embedding[]>;
}
