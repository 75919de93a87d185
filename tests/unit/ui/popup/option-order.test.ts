import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOptions } from '@/lib/ui/popup/option-order';
import { BORROW_CHOICE, ENTROPY_CLOZE } from '../../../support/readings';
import { buildExercise } from '../../../support/study-builders';

const choice = buildExercise(BORROW_CHOICE);
const asked = (id: string, reps: number) =>
  orderOptions({ ...choice, id, memory: { ...choice.memory, reps } });

describe('the options of a choice', () => {
  it('are the key and its distractors, in the same order whenever the question is opened', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(50), (id, reps) => {
        expect([...asked(id, reps)].sort()).toEqual([choice.key, ...choice.distractors].sort());
        expect(asked(id, reps)).toEqual(asked(id, reps));
      }),
    );
  });

  it('put the key in every place about as often', () => {
    const places = [0, 0, 0, 0];
    for (let index = 0; index < 400; index += 1) {
      const place = asked(`exercise ${index}`, 0).indexOf(choice.key);
      places[place] = (places[place] ?? 0) + 1;
    }
    for (const count of places) expect(count).toBeGreaterThan(60);
  });

  it('change places from one asking to the next', () => {
    const orders = new Set(Array.from({ length: 10 }, (_, reps) => asked('a', reps).join()));
    expect(orders.size).toBeGreaterThan(3);
  });

  it('are none for a cloze', () => {
    expect(orderOptions(buildExercise(ENTROPY_CLOZE))).toEqual([]);
  });
});
