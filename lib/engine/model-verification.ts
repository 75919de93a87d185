import { EncoderError } from '@/lib/app/ports/encoder';
import { EMBEDDING_DIMENSION, MODEL_ID } from '@/lib/domain/embedding/model';
import { padTokens } from './batching';
import type { EncoderRuntime } from './encoder-runtime';
import modelFiles from './model-files.json';

/**
 * Holds every file of the model against its published SHA-256.
 *
 * @param baseUrl address of the package root with a trailing slash
 * @throws EncoderError `model-missing` when a file cannot be read, `model-altered` when its content is another
 */
export async function verifyModel(baseUrl: string): Promise<void> {
  for (const [path, expected] of Object.entries(modelFiles)) {
    const bytes = await readFile(`${baseUrl}models/${MODEL_ID}/${path}`, path);
    if ((await sha256(bytes)) !== expected)
      throw new EncoderError('model-altered', `${path} is not the file that was published.`);
  }
}

/**
 * Tries a loaded model on a few tokens: files of another model load as well, and damaged weights may give no numbers.
 *
 * @throws Error when what comes out cannot become a vector of ours
 */
export async function tryModel(runtime: EncoderRuntime): Promise<void> {
  const batch = padTokens([runtime.tokenise('passage: ')], runtime.padId);
  const hidden = await runtime.run(batch);
  const width = hidden.length / (batch.rows * batch.width);
  if (width !== EMBEDDING_DIMENSION)
    throw new Error(`The model gives ${width} numbers where ${EMBEDDING_DIMENSION} belong.`);
  if (!hidden.every(Number.isFinite)) throw new Error('The model gives values that are no numbers.');
}

async function readFile(url: string, path: string): Promise<ArrayBuffer> {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.arrayBuffer();
  } catch {
    // A missing packaged file rejects like a broken network; both mean that it cannot be read.
  }
  throw new EncoderError('model-missing', `${path} is not in the package.`);
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
