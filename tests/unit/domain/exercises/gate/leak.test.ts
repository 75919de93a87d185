import { describe, expect, it } from 'vitest';
import { blankAt } from '@/lib/domain/exercises/blanks/blank';
import { mentionsKey } from '@/lib/domain/exercises/gate/leak';
import { refuseBlank } from '@/lib/domain/exercises/gate/refuse-blank';
import type { Language } from '@/lib/domain/text/language';
import { sentenceOf } from '../../../../support/tagged-sentences';

describe('mentionsKey', () => {
  it.each<[Language, string, string]>([
    ['en', 'yeast', 'Yeasts are fungi'],
    ['en', 'steam engine', 'the engine was built'],
    ['en', 'fermentation', 'sugar is fermented'],
    ['en', 'batteries', 'a battery'],
    ['en', 'Free Software Foundation', 'founded as the FSF in Boston'],
    ['en', 'FSF', 'the Free Software Foundation'],
    ['en', 'University of Vienna', 'in Vienna'],
    ['zh', '酵母', '酵母菌'],
    ['zh', '软件包', '安装软件'],
    ['zh', '哈希函数', '哈希表'],
    ['zh', 'APT', 'apt命令'],
  ])('%s: %s is given away by "%s"', (lang, key, text) => {
    expect(mentionsKey(text, key, lang)).toBe(true);
  });

  it.each<[Language, string, string]>([
    ['en', 'yeast', 'the east of the country'],
    ['en', 'University of Vienna', 'of the city'],
    ['en', 'interface', 'the internal state'],
    ['en', 'UN', 'the sun rises under clouds'],
    ['zh', '面团', '面包'],
    ['zh', '酵母', '发酵'],
    ['zh', '二氧化碳', '氧气'],
  ])('%s: %s is not given away by "%s"', (lang, key, text) => {
    expect(mentionsKey(text, key, lang)).toBe(false);
  });
});

describe('refuseBlank', () => {
  const refuse = (text: string, key: string, lang: Language) => {
    const start = text.indexOf(key);
    const sentence = sentenceOf(text, lang);
    return refuseBlank(sentence, blankAt(sentence, start, start + key.length, 'term'));
  };

  it('refuses a key that the sentence names again', () => {
    expect(refuse('Yeast cells divide fast, and yeast needs sugar for it.', 'Yeast cells', 'en')).toBe(
      'leak',
    );
    expect(refuse('酵母需要糖，而酵母菌分裂得很快。', '酵母', 'zh')).toBe('leak');
  });

  it('refuses a blank that leaves too little to go by', () => {
    expect(refuse('Bread dough needs wild yeast.', 'wild yeast', 'en')).toBe('thin-stem');
    expect(refuse('面包需要天然酵母发酵。', '天然酵母', 'zh')).toBe('thin-stem');
  });

  it('keeps a blank that the rest of the sentence points to', () => {
    expect(refuse('Yeast turns the sugar of a dough into alcohol.', 'Yeast', 'en')).toBeUndefined();
    expect(refuse('酵母把面团里的糖变成二氧化碳和酒精。', '二氧化碳', 'zh')).toBeUndefined();
  });
});
