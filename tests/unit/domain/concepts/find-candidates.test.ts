import { describe, expect, it } from 'vitest';
import type { Candidate } from '@/lib/domain/concepts/candidate';
import { findCandidates } from '@/lib/domain/concepts/find-candidates';
import { rulesFor } from '@/lib/domain/concepts/language-rules';
import type { Language } from '@/lib/domain/text/language';
import { createChineseTagger } from '@/lib/engine/taggers/chinese-tagger';
import { createEnglishTagger } from '@/lib/engine/taggers/english-tagger';

const taggers = { en: createEnglishTagger(), zh: await createChineseTagger() };

function find(lang: Language, ...texts: readonly string[]): Candidate[] {
  const passages = texts.map((text, i) => ({ id: `p${i}`, text }));
  return findCandidates(passages, taggers[lang], rulesFor(lang));
}

const labels = (lang: Language, ...texts: readonly string[]) =>
  find(lang, ...texts).map(({ label }) => label);

describe('English candidates', () => {
  it('are runs of content words and their parts, ending in a noun', () => {
    const found = labels('en', 'The convolutional neural network was trained on large image collections.');
    expect(found).toEqual(
      expect.arrayContaining([
        'convolutional neural network',
        'neural network',
        'network',
        'image collections',
      ]),
    );
    for (const none of ['neural', 'convolutional neural', 'network was trained', 'was', 'The'])
      expect(found).not.toContain(none);
  });

  it('count all forms of a term as one', () => {
    const [network] = find(
      'en',
      'A neural network learns.',
      'Neural networks learn; the neural networks adapt.',
    ).filter(({ key }) => key === 'neural network');
    expect(network?.spans).toEqual([
      { passageId: 'p0', start: 2, end: 16 },
      { passageId: 'p1', start: 0, end: 15 },
      { passageId: 'p1', start: 27, end: 42 },
    ]);
    expect(network?.label).toBe('neural network');
    expect(network?.forms).toEqual(['neural network', 'neural networks', 'Neural networks']);
  });

  it('join hyphenated words and let the hyphen vary', () => {
    const found = find('en', 'They watch deep-sea fish.', 'The deep sea fish glow.');
    const [term] = found.filter(({ label }) => label === 'deep-sea fish');
    expect(term?.forms).toEqual(['deep-sea fish', 'deep sea fish']);
  });

  it('are never cut out of paths, addresses, file names or calls', () => {
    const found = labels(
      'en',
      'Edit /etc/apt/sources.list or see https://example.org/page.html and call foo_bar.baz(value) twice.',
    );
    expect(found).toEqual([]);
  });

  it('are no numbers, single letters, figure names or empty words', () => {
    const found = labels(
      'en',
      'See Figure 3 for an example: in 1984 the case x was 27 percent of the thing.',
    );
    expect(found).not.toContain('Figure');
    expect(found).not.toContain('Figure 3');
    expect(found).not.toContain('1984');
    expect(found).not.toContain('x');
    expect(found).not.toContain('example');
    expect(found).not.toContain('thing');
  });

  it('do not reach over sentences, lines or passages', () => {
    const found = labels('en', 'We visited the river.\nDelta plains grow. The water', 'table sinks.');
    for (const crossing of ['river Delta', 'river Delta plains', 'water table'])
      expect(found).not.toContain(crossing);
  });

  it('keep acronyms that look like stop words', () => {
    expect(labels('en', 'The WHO advises ministries.')).toContain('WHO');
  });
});

describe('Chinese candidates', () => {
  it('are runs of content words and their parts', () => {
    const found = labels('zh', '神经网络的训练需要大量数据。');
    expect(found).toEqual(expect.arrayContaining(['神经网络', '训练', '数据']));
    expect(found.every((label) => !/[的需要大量。]/.test(label.replace('大量数据', '')))).toBe(true);
  });

  it('ignore blanks beside Chinese characters', () => {
    const found = find('zh', '学习 Python 语言。', 'Python语言很流行。').find(
      ({ label }) => label === 'Python语言',
    );
    expect(found?.spans.map(({ start, end }) => end - start)).toEqual([9, 8]);
  });

  it('keep Latin names whole and out of paths', () => {
    const found = labels('zh', '使用GPT-4o模型，参见/etc/apt/sources.list文件，以及1,000公里。');
    expect(found).toContain('GPT-4o模型');
    expect(found.some((label) => /^o|apt|sources|list|000/.test(label))).toBe(false);
  });

  it('have at least two characters and no grammar word at an edge', () => {
    const found = labels('zh', '水能够用于发电，但是没有例子。');
    for (const junk of ['水', '用于发电', '能够', '没有例子', '例子', '但是'])
      expect(found).not.toContain(junk);
  });
});

describe('candidates of both languages', () => {
  it('point at their own text', () => {
    const texts = {
      en: 'Café \u{1f600} culture: coffee houses,  coffee beans.',
      zh: '\u{1f600}\u{20bb7}咖啡 文化：咖啡馆和咖啡豆。',
    };
    for (const lang of ['en', 'zh'] as const)
      for (const { spans, forms } of find(lang, texts[lang]))
        for (const { start, end } of spans)
          expect(forms).toContain(texts[lang].slice(start, end).replace(/(?<=\p{Script=Han}) /u, ''));
  });
});
