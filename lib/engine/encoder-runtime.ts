/** Token ids of several texts, row-major with shape (rows, width); `mask` is 1 on tokens and 0 on padding. */
export interface TokenBatch {
  readonly ids: BigInt64Array;
  readonly mask: BigInt64Array;
  readonly rows: number;
  readonly width: number;
}

/** The model itself, without any policy on batches, prefixes or pooling. */
export interface EncoderRuntime {
  readonly padId: number;
  /** Token ids with the start and end marks, uncut. */
  tokenise(text: string): number[];
  /** Hidden states of the last layer, row-major with shape (rows, width, dimension). */
  run(batch: TokenBatch): Promise<Float32Array>;
}
