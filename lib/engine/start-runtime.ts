import type { EncoderRuntime } from './encoder-runtime';
import { tryModel, verifyModel } from './model-verification';
import { loadRuntime, type RuntimeOptions } from './transformers';

/**
 * Loads the model, after holding its files against their published hashes when this version was not checked before.
 *
 * @throws EncoderError `model-missing` or `model-altered`; any other error means that this context is spoilt
 */
export async function startRuntime(options: RuntimeOptions, verified: boolean): Promise<EncoderRuntime> {
  if (!verified) await verifyModel(options.baseUrl);
  try {
    const runtime = await loadRuntime(options);
    await tryModel(runtime);
    return runtime;
  } catch (thrown) {
    // Files may have been damaged since they were checked: then that is the better thing to say.
    await verifyModel(options.baseUrl);
    throw thrown;
  }
}
