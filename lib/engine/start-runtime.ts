import type { EncoderRuntime } from './encoder-runtime';
import { tryModel, verifyModel } from './model-verification';
import { loadRuntime, type RuntimeOptions } from './transformers';

/**
 * Loads the model, and holds its files against their published hashes meanwhile when this version was not checked before:
 * nothing is computed with a model before both are done.
 *
 * @throws EncoderError `model-missing` or `model-altered`; any other error means that this context is spoilt
 */
export async function startRuntime(options: RuntimeOptions, verified: boolean): Promise<EncoderRuntime> {
  const checking = verified ? undefined : verifyModel(options.baseUrl);
  try {
    const [runtime] = await Promise.all([loadRuntime(options), checking]);
    await tryModel(runtime);
    return runtime;
  } catch (thrown) {
    // The files are the better thing to blame. They may also have been damaged since they were checked.
    await (checking ?? verifyModel(options.baseUrl));
    throw thrown;
  }
}
