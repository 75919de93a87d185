import { createNodeEncoder } from '@/tests/support/node-encoder';

/** Milliseconds for all texts with the same file on the native runtime. */
export type NativeRun = (texts: readonly string[]) => Promise<number>;

/** Absent where `onnxruntime-node` is not installed for this machine. */
export async function loadNativeRun(warmUp: readonly string[]): Promise<NativeRun | undefined> {
  try {
    const encoder = await createNodeEncoder();
    const run: NativeRun = async (texts) => {
      const startedAt = performance.now();
      await encoder.encode(texts, 'passage', { urgency: 'backlog' });
      return performance.now() - startedAt;
    };
    await run(warmUp);
    return run;
  } catch {
    return undefined;
  }
}
