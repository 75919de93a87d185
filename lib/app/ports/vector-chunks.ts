/**
 * Some vectors of one model as they are stored. A chunk never changes: whatever adds to it or takes from it puts a chunk with
 * a new id in its place. Who keeps what it has read of a chunk need only ask which ids there are.
 */
export interface PackedVectors {
  readonly chunkId: number;
  readonly modelId: string;
  readonly count: number;
  /** `count` ids of `ID_BYTES` each; `idAt` and `unpackIds` read them. */
  readonly passageIds: Uint8Array;
  /** `count` vectors of `codedLength()` bytes each, in the order of the ids, as `encodeInt8` codes them. */
  readonly bytes: ArrayBuffer;
}

/** The stored vectors of the model that the encoder runs, for readers of all of them. */
export interface VectorChunks {
  /** Ids of the chunks there are, without reading them: cheap enough to ask before each use. */
  list(): Promise<number[]>;
  /** Those chunks that are there and sound, a few at a time. Damaged ones are left out and their passages embedded again. */
  load(chunkIds: readonly number[]): AsyncIterable<PackedVectors>;
}
