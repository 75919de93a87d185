import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import type { EncoderRuntime, TokenBatch } from './encoder-runtime';

export interface RuntimeOptions {
  /** Address of the package root with a trailing slash. */
  readonly baseUrl: string;
  readonly threads: number;
}

/**
 * Threads sleep while they wait for each other. Spinning gains a few per cent on an idle machine, and costs half the speed
 * on one whose cores are needed elsewhere. The activation function is approximated by tanh (Hendrycks and Gimpel 2016): a
 * tenth faster, and vectors differ by less than they do from batch to batch.
 */
const SESSION_OPTIONS = {
  extra: {
    session: { intra_op: { allow_spinning: '0' } },
    optimization: { enable_gelu_approximation: '1' },
  },
};

/** Everything comes from the package: no hub, no caches (the wasm cache imports a blob, which the policy forbids). */
function useOnlyPackagedFiles({ baseUrl, threads }: RuntimeOptions): void {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = `${baseUrl}models/`;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  const wasm = env.backends.onnx.wasm;
  if (!wasm) throw new Error('The library was built without its WebAssembly runtime.');
  wasm.wasmPaths = {
    mjs: `${baseUrl}ort/ort-wasm-simd-threaded.mjs`,
    wasm: `${baseUrl}ort/ort-wasm-simd-threaded.wasm`,
  };
  wasm.numThreads = threads;
  wasm.proxy = false;
}

/**
 * Loads tokenizer and weights from the package. A failed start is permanent for its context: recover in a new Worker.
 */
export async function loadRuntime(options: RuntimeOptions): Promise<EncoderRuntime> {
  useOnlyPackagedFiles(options);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(MODEL_ID),
    AutoModel.from_pretrained(MODEL_ID, { device: 'wasm', dtype: 'q8', session_options: SESSION_OPTIONS }),
  ]);
  return {
    padId: tokenizer.pad_token_id,
    tokenise: (text) => tokenizer.encode(text),
    async run({ ids, mask, rows, width }: TokenBatch) {
      const shape = [rows, width];
      const output = await model({
        input_ids: new Tensor('int64', ids, shape),
        attention_mask: new Tensor('int64', mask, shape),
      });
      return output.last_hidden_state.data;
    },
  };
}
