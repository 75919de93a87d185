import { describe, expect, it } from 'vitest';
import { findBlanks } from '@/lib/domain/exercises/blanks/find-blanks';
import { KeyTermMap } from '@/lib/domain/exercises/blanks/key-terms';
import type { Language } from '@/lib/domain/text/language';
import { keyphraseIn, sentenceOf } from '../../../../support/tagged-sentences';

function blanksIn(text: string, lang: Language, keyTerms: readonly [string, string][] = []): string[] {
  const map = new KeyTermMap(keyTerms.map(([label, tag]) => keyphraseIn(text, label, tag)));
  return findBlanks(sentenceOf(text, lang), map).map((blank) => blank.text);
}

describe('findBlanks in English', () => {
  it('takes noun phrases whole', () => {
    const blanks = blanksIn('The steam engine drove a cotton mill in northern England.', 'en');
    expect(blanks).toEqual(expect.arrayContaining(['steam engine', 'cotton mill']));
    expect(blanks).not.toContain('engine');
    expect(blanks).not.toContain('steam');
  });

  it('leaves vague modifiers outside', () => {
    expect(blanksIn('Many different sourdough cultures live in old bakeries.', 'en')).toContain(
      'sourdough cultures',
    );
  });

  it('splits at a possessive and between a title and a name', () => {
    const blanks = blanksIn("Newton's second law was read by the physicist Lise Meitner.", 'en');
    expect(blanks).toEqual(expect.arrayContaining(['Newton', 'physicist', 'Lise Meitner']));
  });

  it('keeps a number with its unit, and a date in one piece', () => {
    const blanks = blanksIn('On 5 July 1687 the printer charged 9 shillings and 3.5 pence.', 'en');
    expect(blanks).toContain('5 July 1687');
    expect(blanks).toContain('9 shillings');
    expect(blanks).not.toContain('9');
    expect(blanks).not.toContain('1687');
  });

  it('keeps names with "of" together', () => {
    expect(blanksIn('Lectures were held at the University of Vienna.', 'en')).toContain(
      'University of Vienna',
    );
  });

  it('asks for a function by its name, but never for a part of code', () => {
    const blanks = blanksIn('Use dir() rather than os.path or an im-config file for C/C++ libraries.', 'en');
    expect(blanks).toContain('dir');
    for (const part of ['os', 'path', 'im', 'config', 'C++ libraries', 'C'])
      expect(blanks).not.toContain(part);
  });

  it('is not taken in by verbs that look like nouns', () => {
    const blanks = blanksIn('Class objects support two kinds of operations.', 'en');
    expect(blanks).not.toContain('Class objects support');
  });

  it('never cuts a key term of the page', () => {
    const text = 'Every hash table keeps its entries in an array.';
    expect(blanksIn(text, 'en', [['hash table', 'NOUN']])).toContain('hash table');
    expect(blanksIn(text, 'en', [['hash table keeps', 'NOUN']])).not.toContain('hash table');
  });
});

describe('findBlanks in Chinese', () => {
  it('takes noun phrases whole', () => {
    const blanks = blanksIn('活字印刷术大约在宋代发明于中国。', 'zh');
    expect(blanks).toContain('活字印刷术');
    expect(blanks).not.toContain('印刷术');
  });

  it('keeps numbers with their measure, and dates in one piece', () => {
    expect(blanksIn('地壳的厚度约为35公里。', 'zh')).toContain('35公里');
    expect(blanksIn('《直指》在1377年7月印成。', 'zh')).toContain('1377年7月');
    expect(blanksIn('这种学说在20世纪60年代初才被接受。', 'zh')).toContain('20世纪60年代');
    expect(blanksIn('大约百分之五十的面粉来自小麦。', 'zh')).toContain('百分之五十');
  });

  it('asks for titles, quoted terms and foreign names as a whole', () => {
    const blanks = blanksIn('沈括在《梦溪笔谈》里把黏土块叫作“活字”，约翰·谷登堡用铅。', 'zh');
    expect(blanks).toEqual(expect.arrayContaining(['梦溪笔谈', '活字', '约翰·谷登堡']));
  });

  it('does not swallow verbs', () => {
    expect(blanksIn('子目录有父目录。', 'zh')).not.toContain('子目录有父目录');
  });

  it('takes no part of a path, an option or a numbered thing', () => {
    const blanks = blanksIn('配置在"/etc/exim4"里，主机名由systemd-hostnamed设置，位于扇区0。', 'zh');
    for (const part of ['etc', 'exim4', 'systemd', 'hostnamed', '扇区']) expect(blanks).not.toContain(part);
  });

  it('never cuts a key term of the page', () => {
    const text = '哈希表用多余的空间换来查找时间。';
    expect(blanksIn(text, 'zh', [['哈希表', 'n']])).not.toContain('哈希');
  });
});
