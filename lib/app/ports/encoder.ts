import type { Embedding, EncodingRole } from '@/lib/domain/embedding/model';

export type EncoderErrorCode = 'model-missing' | 'model-altered' | 'engine-failed' | 'aborted';

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

/** Turns texts into unit vectors, in input order. The role's prefix is added by the encoder. */
export interface Encoder {
  encode(texts: readonly string[], role: EncodingRole): Promise<Embedding[]>;
}
