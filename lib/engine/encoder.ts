import { type EncodeOptions, type Encoder, EncoderError } from '@/lib/app/ports/encoder';
import type { Embedding, EncodingRole } from '@/lib/domain/embedding/model';
import { mean, normalise } from '@/lib/domain/embedding/vector';
import { cutTokens, padTokens, planBatches } from './batching';
import type { EncoderRuntime } from './encoder-runtime';
import { createLane, type Lane } from './lane';
import { isOutOfMemory } from './memory-errors';
import { poolMeans } from './pooling';
import { divideTokens } from './text-parts';
import { createVectorCache, type VectorCache } from './vector-cache';

/** The model was trained with these; texts without them land elsewhere in its space. */
const PREFIXES: Readonly<Record<EncodingRole, string>> = { passage: 'passage:', query: 'query:' };

/** Tokens that the model reads at once. */
const WINDOW = 512;

/** Tokens kept of a query: a question or a sentence is short, and somebody may wait for it. */
const QUERY_LIMIT = 128;

export interface EncoderSurroundings {
  /** Called after each batch, as a sign of life. */
  readonly onBatch?: () => void;
  /** Lets other messages be read between two batches. */
  readonly takeTurn?: () => Promise<void>;
}

/**
 * Turns texts into unit vectors, in input order, with batches of similar length. Of a query the first tokens count; a passage
 * longer than the model's window is read in overlapping parts, and its vector is the mean of theirs. Vectors differ a little
 * with the batch they were computed in (cosine at least 0.999), so they are never compared for equality.
 */
export function createEncoder(
  runtime: EncoderRuntime,
  { onBatch = () => {}, takeTurn }: EncoderSurroundings = {},
): Encoder {
  const machinery = { runtime, onBatch, lane: createLane(takeTurn), cache: createVectorCache() };
  return {
    encode: (texts, role, options = {}) => encodeTexts(texts, role, options, machinery),
  };
}

interface Machinery {
  readonly runtime: EncoderRuntime;
  readonly lane: Lane;
  readonly cache: VectorCache;
  readonly onBatch: () => void;
}

/** Work in the background meets each text once: it would only push out of the cache what is asked for again. */
async function encodeTexts(
  texts: readonly string[],
  role: EncodingRole,
  options: EncodeOptions,
  machinery: Machinery,
): Promise<Embedding[]> {
  const { cache } = machinery;
  const vectors = new Map<string, Embedding>();
  for (const text of texts) {
    const cached = cache.get(text, role);
    if (cached) vectors.set(text, cached);
  }
  const missing = [...new Set(texts)].filter((text) => !vectors.has(text));
  const computed = await computeVectors(missing, role, options, machinery);
  missing.forEach((text, i) => {
    const vector = computed[i] ?? new Float32Array();
    vectors.set(text, vector);
    if (options.urgency !== 'backlog') cache.set(text, role, vector);
  });
  return texts.map((text) => vectors.get(text) ?? new Float32Array());
}

async function computeVectors(
  texts: readonly string[],
  role: EncodingRole,
  options: EncodeOptions,
  machinery: Machinery,
): Promise<Embedding[]> {
  const partsOf = texts.map((text) => tokenise(text, role, machinery.runtime));
  const parts = partsOf.flat();
  const vectors: Embedding[] = [];
  const compute = async (indices: readonly number[]) => {
    const lists = indices.map((index) => parts[index] ?? []);
    const pooled = await runBatch(lists, options, machinery);
    indices.forEach((index, row) => {
      vectors[index] = pooled[row] ?? new Float32Array();
    });
  };
  // All batches queue up at once: taking turns with another call, both would be done only at the end.
  await Promise.all(planBatches(parts.map(({ length }) => length)).map(compute));
  return partsOf.map(({ length }) => joinParts(vectors.splice(0, length)));
}

function tokenise(text: string, role: EncodingRole, runtime: EncoderRuntime): (readonly number[])[] {
  const tokens = runtime.tokenise(`${PREFIXES[role]} ${text.toWellFormed()}`);
  if (role === 'query') return [cutTokens(tokens, QUERY_LIMIT)];
  if (tokens.length <= WINDOW) return [tokens];
  // The prefix alone ends with the end mark, which stands at the end of each part.
  return divideTokens(tokens, runtime.tokenise(PREFIXES[role]).length - 1, WINDOW);
}

function joinParts(parts: readonly Embedding[]): Embedding {
  const [only] = parts;
  return parts.length === 1 && only ? only : normalise(mean(parts));
}

/** Computes a batch; one that does not fit into memory is halved until it does. */
async function runBatch(
  lists: readonly (readonly number[])[],
  options: EncodeOptions,
  machinery: Machinery,
): Promise<Embedding[]> {
  const { runtime, lane, onBatch } = machinery;
  const batch = padTokens(lists, runtime.padId);
  const run = async () => {
    if (options.signal?.aborted) throw new EncoderError('aborted', 'Nobody waits for the vectors any more.');
    return runtime.run(batch);
  };
  try {
    const hidden = await lane.run(run, options.urgency ?? 'query');
    onBatch();
    return poolMeans(
      hidden,
      lists.map(({ length }) => length),
      batch.width,
    );
  } catch (thrown) {
    if (!isOutOfMemory(thrown)) throw thrown;
    if (lists.length === 1)
      throw new EncoderError('out-of-memory', `${batch.width} tokens need more memory than there is.`);
  }
  const half = Math.ceil(lists.length / 2);
  return [
    ...(await runBatch(lists.slice(0, half), options, machinery)),
    ...(await runBatch(lists.slice(half), options, machinery)),
  ];
}
