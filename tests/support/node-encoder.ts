import { join } from 'node:path';
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
import type { Encoder } from '@/lib/app/ports/encoder';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import { createEncoder } from '@/lib/engine/encoder';

/** The shipped model on the processor of this machine, with the batching, prefixes and pooling of the product. */
export async function createNodeEncoder(): Promise<Encoder> {
  env.allowRemoteModels = false;
  env.localModelPath = join(import.meta.dirname, '..', '..', 'public', 'models');
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(MODEL_ID),
    AutoModel.from_pretrained(MODEL_ID, { device: 'cpu', dtype: 'q8' }),
  ]);
  return createEncoder({
    padId: tokenizer.pad_token_id,
    tokenise: (text) => tokenizer.encode(text),
    async run({ ids, mask, rows, width }) {
      const output = await model({
        input_ids: new Tensor('int64', ids, [rows, width]),
        attention_mask: new Tensor('int64', mask, [rows, width]),
      });
      return output.last_hidden_state.data;
    },
  });
}
