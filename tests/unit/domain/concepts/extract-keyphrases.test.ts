import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseKeyphrases,
  findPromisingTerms,
  type PageTexts,
} from '@/lib/domain/concepts/extract-keyphrases';
import { keyTermCount } from '@/lib/domain/concepts/key-term-count';
import { rulesFor } from '@/lib/domain/concepts/language-rules';
import { countBackground, measureRarity } from '@/lib/domain/concepts/term-rarity';
import { measureWordSimilarity } from '@/lib/domain/concepts/word-similarity';
import type { Language } from '@/lib/domain/text/language';
import { createChineseTagger } from '@/lib/engine/taggers/chinese-tagger';
import { createEnglishTagger } from '@/lib/engine/taggers/english-tagger';

const taggers = { en: createEnglishTagger(), zh: await createChineseTagger() };

const ENGLISH = [
  'A coral reef is built by coral polyps. Each coral polyp secretes a hard skeleton, and the reef grows slowly.',
  'Warm water stresses the coral reef. Bleaching follows when a coral polyp loses its algae, and a bleached reef may die.',
  'Fishing nets break a coral reef as well, while a marine park protects the reef and its fish.',
];
const CHINESE = [
  '珊瑚礁由珊瑚虫建造。每只珊瑚虫分泌坚硬的骨骼，珊瑚礁缓慢生长。',
  '海水升温伤害珊瑚礁。珊瑚虫失去共生藻后发生白化，白化的珊瑚礁可能死亡。',
  '渔网破坏珊瑚礁，海洋公园则保护珊瑚礁和鱼类。',
];

function pageOf(lang: Language, texts: readonly string[], extra: Partial<PageTexts> = {}): PageTexts {
  return { lang, title: '', passages: texts.map((text, i) => ({ id: `p${i}`, text })), ...extra };
}

const extract = (page: PageTexts, limit = 8) =>
  chooseKeyphrases(findPromisingTerms(page, taggers[page.lang]), limit).map(({ label }) => label);

describe('key terms', () => {
  it('name what the page is about, in both languages', () => {
    expect(extract(pageOf('en', ENGLISH), 8)).toEqual(expect.arrayContaining(['coral reef', 'coral polyp']));
    expect(extract(pageOf('zh', CHINESE), 5)).toEqual(expect.arrayContaining(['珊瑚礁', '珊瑚虫']));
  });

  it('come with distinct keys, spans on their words, and best first', () => {
    for (const page of [pageOf('en', ENGLISH), pageOf('zh', CHINESE)]) {
      const found = chooseKeyphrases(findPromisingTerms(page, taggers[page.lang]), 10);
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      const texts = new Map(page.passages.map(({ id, text }) => [id, text]));
      for (const { forms, spans } of found)
        for (const { passageId, start, end } of spans)
          expect(forms).toContain(texts.get(passageId)?.slice(start, end));
    }
  });

  it('rise when they stand in the title', () => {
    const page = pageOf('en', ENGLISH.concat(ENGLISH, ENGLISH, ENGLISH));
    const rankOf = (title: string) => extract({ ...page, title }, 40).indexOf('marine park');
    expect(rankOf('Why a marine park helps')).toBeLessThan(rankOf(''));
  });

  it('follow meaning where vectors are known', () => {
    const promising = findPromisingTerms(pageOf('en', ENGLISH), taggers.en);
    const unit = (x: number, y: number) => Float32Array.from([x, y]);
    const words = new Map(
      promising.candidates.flatMap(({ words: all }) => all).map((word) => [word, unit(0, 1)]),
    );
    words.set('marine', unit(1, 0)).set('park', unit(1, 0));
    const similarityOf = measureWordSimilarity(words, unit(1, 0), unit(0, 0));
    expect(chooseKeyphrases(promising, 1, similarityOf)[0]?.label).toBe('marine park');
    expect(chooseKeyphrases(promising, 1)[0]?.label).not.toBe('marine park');
  });

  it('leave a part behind that is only named inside a longer term', () => {
    const text = 'Hong Kong has a harbour. Hong Kong has hills. Hong Kong has trams.';
    const found = extract(pageOf('en', [text]), 20);
    expect(found).toContain('Hong Kong');
    expect(found.indexOf('Hong')).toBeGreaterThan(found.indexOf('trams'));
    expect(found.indexOf('Kong')).toBeGreaterThan(found.indexOf('trams'));
  });

  it('find nothing in nothing', () => {
    expect(extract(pageOf('en', []))).toEqual([]);
    expect(extract(pageOf('zh', ['', '。。。', '3.14']))).toEqual([]);
  });

  it('survive any text', () => {
    const piece = fc.constantFrom(
      'coral',
      'reef',
      'Fig.',
      '3',
      'a',
      '/',
      '珊瑚',
      '的',
      ' ',
      '\n',
      '\u{1f600}',
      '\ud800',
      '-',
      '“',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom<Language>('en', 'zh'),
        (pieces, lang) => {
          const text = pieces.join('');
          for (const { spans } of chooseKeyphrases(
            findPromisingTerms(pageOf(lang, [text]), taggers[lang]),
            20,
          ))
            for (const { start, end } of spans)
              expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        },
      ),
    );
  });
});

describe('keyTermCount', () => {
  it('grows with the length from 6 to 20', () => {
    expect(keyTermCount(0, 'en')).toBe(6);
    expect(keyTermCount(100, 'en')).toBe(6);
    expect(keyTermCount(500, 'en')).toBe(14);
    expect(keyTermCount(2_000, 'en')).toBe(20);
    expect(keyTermCount(100_000, 'zh')).toBe(20);
  });
});

describe('rarity', () => {
  it('is high for what stands here only and low for what stands everywhere', () => {
    const background = countBackground(
      ['The reef.', 'A reef and a ship.', 'The reef.'],
      taggers.en,
      rulesFor('en'),
    );
    const rarityOf = (key: string) => {
      const candidate = findPromisingTerms(pageOf('en', [`The ${key} is here.`]), taggers.en).candidates[0];
      return candidate ? measureRarity(candidate, background).term : Number.NaN;
    };
    expect(rarityOf('reef')).toBeCloseTo(Math.log(5 / 4.5) / Math.log(5));
    expect(rarityOf('ship')).toBeCloseTo(Math.log(5 / 2.5) / Math.log(5));
    expect(rarityOf('volcano')).toBeCloseTo(Math.log(5 / 1.5) / Math.log(5));
  });
});
