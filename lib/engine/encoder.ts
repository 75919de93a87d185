import type { Encoder } from '@/lib/app/ports/encoder';
import type { Embedding, EncodingRole } from '@/lib/domain/embedding/model';
import { cutTokens, padTokens, planBatches } from './batching';
import type { EncoderRuntime } from './encoder-runtime';
import { createLane, type Lane } from './lane';
import { poolMeans } from './pooling';

/** The model was trained with these; texts without them land elsewhere in its space. */
const PREFIXES: Readonly<Record<EncodingRole, string>> = { passage: 'passage: ', query: 'query: ' };

/** Tokens kept of a text, prefix and marks included: a sentence is short, a passage may fill the model's window. */
const TOKEN_LIMITS: Readonly<Record<EncodingRole, number>> = { passage: 512, query: 128 };

export interface EncoderLanes {
  /** For whoever is waiting for an answer. */
  readonly urgent: Encoder;
  /** For work in the background: gives way to urgent calls after each batch. */
  readonly patient: Encoder;
}

/**
 * Turns texts into unit vectors, in input order, with batches of similar length. Vectors differ a little with the batch
 * they were computed in (cosine at least 0.999), so they are never compared for equality.
 *
 * @param onBatch called after each batch, as a sign of life
 */
export function createEncoder(runtime: EncoderRuntime, onBatch: () => void = () => {}): EncoderLanes {
  const lane = createLane();
  const inLane = (urgent: boolean): Encoder => ({
    encode: (texts, role) => encodeTexts(texts, role, { runtime, lane, urgent, onBatch }),
  });
  return { urgent: inLane(true), patient: inLane(false) };
}

interface Machinery {
  readonly runtime: EncoderRuntime;
  readonly lane: Lane;
  readonly urgent: boolean;
  readonly onBatch: () => void;
}

async function encodeTexts(
  texts: readonly string[],
  role: EncodingRole,
  { runtime, lane, urgent, onBatch }: Machinery,
): Promise<Embedding[]> {
  const tokens = texts.map((text) =>
    cutTokens(runtime.tokenise(PREFIXES[role] + text.toWellFormed()), TOKEN_LIMITS[role]),
  );
  const vectors: Embedding[] = [];
  for (const indices of planBatches(tokens.map((list) => list.length))) {
    const lists = indices.map((index) => tokens[index] ?? []);
    const batch = padTokens(lists, runtime.padId);
    const hidden = await lane.run(() => runtime.run(batch), urgent);
    const pooled = poolMeans(
      hidden,
      lists.map((list) => list.length),
      batch.width,
    );
    indices.forEach((index, row) => {
      vectors[index] = pooled[row] ?? new Float32Array();
    });
    onBatch();
  }
  return vectors;
}
