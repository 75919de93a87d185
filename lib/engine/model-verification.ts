import { EncoderError } from '@/lib/app/ports/encoder';
import { MODEL_ID } from '@/lib/domain/embedding/model';
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
