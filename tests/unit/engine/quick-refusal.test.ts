import { expect, it } from 'vitest';
import { EncoderError, type EncoderErrorCode } from '@/lib/app/ports/encoder';
import { createQuickRefusal } from '@/lib/engine/quick-refusal';

function createFakes(code: EncoderErrorCode | undefined) {
  const state = { now: 0, calls: 0, code };
  const refusal = createQuickRefusal(
    async (texts) => {
      state.calls += 1;
      if (state.code) throw new EncoderError(state.code, 'broken');
      return texts.map(() => new Float32Array(1));
    },
    () => state.now,
  );
  const ask = () => refusal.encode(['a question'], 'query').catch((error: Error) => error.name);
  return { state, refusal, ask };
}

it('asks a model that does not work once in half a minute', async () => {
  const { state, ask } = createFakes('model-altered');
  for (let letter = 0; letter < 10; letter++) expect(await ask()).toBe('model-altered');
  expect(state.calls).toBe(1);
  state.now = 30_000;
  state.code = undefined;
  expect(await ask()).toHaveLength(1);
  expect(await ask()).toHaveLength(1);
  expect(state.calls).toBe(3);
});

it('asks at once when the model may work again', async () => {
  const { state, refusal, ask } = createFakes('engine-failed');
  await ask();
  state.code = undefined;
  refusal.forget();
  expect(await ask()).toHaveLength(1);
});

it('lets the next call through after one that was stopped on purpose', async () => {
  const { state, ask } = createFakes('aborted');
  expect(await ask()).toBe('aborted');
  state.code = undefined;
  expect(await ask()).toHaveLength(1);
});
