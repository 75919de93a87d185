import { describe, expect, it } from 'vitest';
import type { GateReason } from '@/lib/domain/exercises/gate/gate-reason';
import { refuseSentence } from '@/lib/domain/exercises/gate/refuse-sentence';
import { isBalanced, isCodeLike } from '@/lib/domain/exercises/gate/sentence-form';
import { sentenceOf } from '../../../../support/tagged-sentences';

const ENGLISH_REFUSED: readonly [GateReason, string][] = [
  ['too-short', 'Bread rises slowly.'],
  ['too-long', `Bread ${'and butter '.repeat(25)}was served to the guests in the evening.`],
  ['unfinished', 'Flour is ground from the seeds of several grasses, such as:'],
  ['question', 'Which gas makes the dough of a wheat loaf rise overnight?'],
  ['fragment', '2) Knead the dough of the wheat loaf for about ten minutes.'],
  ['fragment', 'which makes the dough of a wheat loaf rise over night.'],
  ['fragment', '(Rye flour holds more water than wheat flour of the same weight.)'],
  ['unbalanced', 'Gluten (a net of two proteins keeps the gas in a loaf of wheat bread.'],
  ['code-like', 'Bakers write loaf = flour + water to remember what a simple dough is made of.'],
  ['code-like', 'Modules os.path, sys.argv and my_recipe belong to every bakery program of today.'],
  ['leftover-mark', 'Sourdough was known in Egypt more than three thousand years ago.[12]'],
  ['talk', 'In Bavaria we like rye bread with caraway seeds more than anything else.'],
  ['talk', 'Consider a loaf of rye bread that was baked in a cold oven.'],
  ['talk', 'Stir flour and water until no dry flour is left in the bowl.'],
  ['talk', 'If you’re in a hurry, commercial yeast makes a loaf rise in two hours.'],
  ['page-talk', 'Lactic acid bacteria, as shown above, give sourdough its taste and its crumb.'],
  ['page-talk', 'In sourdough baking the next two doughs rest longer than a plain wheat dough.'],
  ['page-talk', 'Rye bread is treated at length in the next chapter by another author.'],
  ['anaphora-start', 'It makes the dough of a wheat loaf rise over night.'],
  ['anaphora-start', 'However, both are needed to make the dough of a wheat loaf rise.'],
  ['anaphora-start', 'Some are killed when a loaf is baked at two hundred degrees.'],
  ['anaphora-early', 'When bakers knead it for ten minutes, wheat dough becomes smooth.'],
  ['anaphora-early', 'Wheat dough becomes smooth after ten minutes under these conditions.'],
  ['bare-definite', 'The dough was left in a warm corner of a kitchen over night.'],
];

const CHINESE_REFUSED: readonly [GateReason, string][] = [
  ['too-short', '面团会慢慢发起来。'],
  ['too-long', `面包${'和黄油'.repeat(45)}在晚上端给客人。`],
  ['unfinished', '面粉由几种禾本科植物的种子磨成，包括以下几种：'],
  ['question', '哪一种气体会让小麦面团在一夜之间发起来呢？'],
  ['fragment', '（一）揉面团大约十分钟，直到面团表面光滑为止。'],
  ['unbalanced', '面筋（由两种蛋白质组成的网把气体留在小麦面团里面。'],
  ['code-like', '面包师写下loaf = flour + water来记住面团的成分是什么。'],
  ['leftover-mark', '三千多年以前的埃及人就已经知道怎样做酸面包了[3]。'],
  ['talk', '我们把小麦面团揉到表面光滑为止，大约需要十分钟。'],
  ['page-talk', '乳酸菌的作用见下图，酸面团的味道主要来自乳酸菌。'],
  ['anaphora-start', '它让小麦面团在温暖的厨房里一夜之间发起来。'],
  ['anaphora-start', '但是这种气体让小麦面团在一夜之间发起来。'],
  ['anaphora-start', '也可以在冰箱里让小麦面团慢慢地发一整夜。'],
  ['anaphora-early', '面包师揉它十分钟以后，小麦面团的表面变得光滑。'],
  ['no-subject', '把小麦面团放在温暖的厨房里，一夜之间就会发起来。'],
  ['no-subject', '放入小麦面粉和水，搅拌均匀以后静置大约三十分钟。'],
];

const ENGLISH_KEPT = [
  'Yeast turns the sugar of a dough into carbon dioxide and alcohol.',
  'However, yeast turns the sugar of a dough into carbon dioxide.',
  'The gluten network of a wheat dough holds the gas in place.',
  'The ancient bakeries of Pompeii were buried by ash in the year 79.',
  'It was in 1857 that Louis Pasteur showed how yeast makes alcohol.',
  'Wheat has lost its wild form in ten thousand years of farming.',
  'Each loaf keeps its shape because gluten sets at about 75 degrees.',
];

const CHINESE_KEPT = [
  '酵母把面团里的糖变成二氧化碳和酒精。',
  '因此，酵母会把面团里的糖变成二氧化碳。',
  '能量守恒定律说明酵母放出的热来自面团里的糖。',
  '会计学家卢卡·帕乔利在1494年写下了威尼斯商人的记账方法。',
  '其实酵母早在几千年以前就被埃及人用来做面包。',
  '1857年，巴斯德证明酒精发酵离不开活的酵母。',
];

describe('refuseSentence', () => {
  it.each(ENGLISH_REFUSED)('gives %s in English: %s', (reason, text) => {
    expect(refuseSentence(sentenceOf(text, 'en'))).toBe(reason);
  });

  it.each(CHINESE_REFUSED)('gives %s in Chinese: %s', (reason, text) => {
    expect(refuseSentence(sentenceOf(text, 'zh'))).toBe(reason);
  });

  it.each(ENGLISH_KEPT)('keeps: %s', (text) => {
    expect(refuseSentence(sentenceOf(text, 'en'))).toBeUndefined();
  });

  it.each(CHINESE_KEPT)('keeps: %s', (text) => {
    expect(refuseSentence(sentenceOf(text, 'zh'))).toBeUndefined();
  });
});

describe('isBalanced', () => {
  it.each(['a (b [c] d) e', '《书》（注「引」）', 'say "yes" or "no"'])('holds for %s', (text) => {
    expect(isBalanced(text)).toBe(true);
  });

  it.each(['a (b', 'a) b', '（a)', '“a', 'a "b'])('fails for %s', (text) => {
    expect(isBalanced(text)).toBe(false);
  });
});

describe('isCodeLike', () => {
  it('lets one or two names of functions pass', () => {
    expect(isCodeLike('The built-in function dir() lists the names that a module defines.')).toBe(false);
    expect(isCodeLike('内置函数dir()列出模块定义的名字，类似os.path。')).toBe(false);
  });

  it.each([
    'Call f(x, y) and then g.',
    'Run tar --extract now.',
    'a -> b',
    '路径/etc/passwd、/etc/group和/etc/shadow都很重要。',
  ])('catches %s', (text) => {
    expect(isCodeLike(text)).toBe(true);
  });
});
