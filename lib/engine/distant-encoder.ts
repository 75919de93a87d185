import type { Remote } from 'comlink';
import { type Encoder, EncoderError } from '@/lib/app/ports/encoder';
import type { Supervisor } from './supervisor';
import type { EmbedderApi } from './worker-api';

/**
 * The encoder in the worker as it looks from its document. A signal does not cross to another thread, so each call has a
 * name there by which it is cancelled.
 *
 * @param newId makes the names
 */
export function createDistantEncoder(
  embedder: Pick<Supervisor<Remote<EmbedderApi>>, 'run'>,
  newId: () => string,
): Encoder {
  return {
    encode: (texts, role, { urgency = 'query', signal } = {}) =>
      embedder.run(async (api) => {
        if (signal?.aborted) throw new EncoderError('aborted', 'Nobody waits for the vectors any more.');
        const id = newId();
        const cancel = () => void api.cancel(id);
        signal?.addEventListener('abort', cancel);
        try {
          return await api.encode(texts, role, { urgency, id });
        } finally {
          signal?.removeEventListener('abort', cancel);
        }
      }),
  };
}
