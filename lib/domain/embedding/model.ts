/** A sentence vector: unit length, `EMBEDDING_DIMENSION` numbers, straight from the encoder (not centred). */
export type Embedding = Float32Array;

export const EMBEDDING_DIMENSION = 384;

/** Name stored with every vector; vectors of two models never meet in one cosine. */
export const MODEL_ID = 'multilingual-e5-small-en-zh';

/** What a text is for: stored text is a passage; questions and symmetric comparisons are queries. */
export type EncodingRole = 'passage' | 'query';

/** Running mean of the learner's own raw passage vectors of one language. */
export interface LanguageMean {
  readonly count: number;
  readonly mean: Float32Array;
}
