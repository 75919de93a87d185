import { describe, expect, it } from 'vitest';
import { isStopWord } from '@/lib/domain/text/stop-words';

describe('isStopWord', () => {
  it('knows the grammar words of both languages, in any case', () => {
    for (const word of ['the', 'The', 'which', "don't"]) expect(isStopWord(word, 'en'), word).toBe(true);
    for (const word of ['的', '因此', '我们']) expect(isStopWord(word, 'zh'), word).toBe(true);
  });

  it('keeps content words and acronyms', () => {
    for (const word of ['river', 'system', 'value', 'IT', 'WHO'])
      expect(isStopWord(word, 'en'), word).toBe(false);
    for (const word of ['河流', '系统']) expect(isStopWord(word, 'zh'), word).toBe(false);
  });
});
