import { describe, expect, it } from 'vitest';
import { newestOnly } from '@/lib/app/newest-only';

/** Answers when the test says so, and notes what it was asked. */
function setUp() {
  const asked: string[] = [];
  const open: { answer: (text: string) => void; fail: () => void }[] = [];
  const ask = newestOnly<string, string>((question) => {
    asked.push(question);
    return new Promise((resolve, reject) => {
      open.push({ answer: resolve, fail: () => reject(new Error(question)) });
    });
  });
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
  return { ask, asked, open, turn };
}

describe('asking only the newest question', () => {
  it('answers a question that nobody overtakes', async () => {
    const { ask, open, turn } = setUp();
    const answer = ask('a');
    await turn();
    open[0]?.answer('A');
    expect(await answer).toBe('A');
  });

  it('has one under way, and of those that wait only the newest is asked', async () => {
    const { ask, asked, open, turn } = setUp();
    const answers = [ask('a'), ask('ab'), ask('abc')];
    await turn();
    expect(asked).toEqual(['abc']);
    const [later, last] = [ask('abcd'), ask('abcde')];
    await turn();
    expect(asked).toEqual(['abc']);
    open[0]?.answer('ABC');
    await turn();
    expect(asked).toEqual(['abc', 'abcde']);
    open[1]?.answer('ABCDE');
    expect(await Promise.all([...answers, later, last])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'ABCDE',
    ]);
  });

  it('goes on after a failure, which only the newest question hears of', async () => {
    const { ask, asked, open, turn } = setUp();
    const first = ask('a');
    await turn();
    const second = ask('ab');
    open[0]?.fail();
    expect(await first).toBeUndefined();
    await turn();
    open[1]?.fail();
    await expect(second).rejects.toThrow('ab');
    const third = ask('abc');
    await turn();
    open[2]?.answer('ABC');
    expect(await third).toBe('ABC');
    expect(asked).toEqual(['a', 'ab', 'abc']);
  });
});
