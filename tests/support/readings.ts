import { DAY, type ExerciseSketch, NOON, type ReadingSketch } from './study-builders';

export const ENTROPY: ReadingSketch = {
  id: 'second-law',
  lang: 'en',
  title: 'The second law',
  interest: 'Thermodynamics',
  text: 'Energy alone does not say which way a process runs. The total entropy of an isolated system never decreases over time; it stays constant only when every process in it is reversible. A cup of tea cools on the table and never warms itself at the expense of the room, although the first law would allow both.',
};

export const HEAT: ReadingSketch = {
  id: 'di-er-ding-lv',
  lang: 'zh',
  title: '热力学第二定律',
  interest: '热力学',
  text: '能量守恒并不能说明过程朝哪个方向进行。孤立系统的总熵不会随时间减少，只有当其中每个过程都可逆时，它才保持不变。因此热量不会自发地从低温物体传向高温物体，一杯热茶总会慢慢变凉。',
};

export const BORROWING: ReadingSketch = {
  id: 'borrowing',
  lang: 'en',
  title: 'References and borrowing',
  interest: 'Ownership',
  readAt: NOON - 3 * 3_600_000,
  text: 'A value has one owner at a time. While a mutable borrow is alive, the owner may neither read nor change the value until the borrow ends. The compiler checks this without running the program.',
};

export const PHOTOSYNTHESIS: ReadingSketch = {
  id: 'guang-he-zuo-yong',
  lang: 'zh',
  title: '光合作用的两个阶段',
  interest: '植物生理',
  readAt: NOON - DAY,
  text: '光合作用分为光反应和暗反应两个阶段。光反应在类囊体膜上进行，把光能转化为化学能，并放出氧气。暗反应发生在叶绿体基质里，利用这些能量固定二氧化碳。',
};

const REVIEWED = {
  phase: 'review',
  dueAt: NOON - DAY,
  stability: 6,
  difficulty: 5,
  scheduledDays: 6,
  learningStep: 0,
  reps: 3,
  lapses: 0,
  lastReviewAt: NOON - 12 * DAY,
} as const;

export const ENTROPY_CLOZE: ExerciseSketch = {
  id: 'entropy',
  kind: 'cloze',
  reading: ENTROPY,
  sentence:
    'The total entropy of an isolated system never decreases over time; it stays constant only when every process in it is reversible.',
  key: 'entropy',
  memory: REVIEWED,
};

export const HEAT_CLOZE: ExerciseSketch = {
  id: 'shang',
  kind: 'cloze',
  reading: HEAT,
  sentence: '孤立系统的总熵不会随时间减少，只有当其中每个过程都可逆时，它才保持不变。',
  key: '熵',
  memory: REVIEWED,
};

export const BORROW_CHOICE: ExerciseSketch = {
  id: 'borrow',
  kind: 'choice',
  reading: BORROWING,
  sentence:
    'While a mutable borrow is alive, the owner may neither read nor change the value until the borrow ends.',
  key: 'mutable borrow',
  distractors: ['lifetime parameter', 'reference count', 'stack frame'],
};

export const PHOTOSYNTHESIS_CHOICE: ExerciseSketch = {
  id: 'lei-nang-ti',
  kind: 'choice',
  reading: PHOTOSYNTHESIS,
  sentence: '光反应在类囊体膜上进行，把光能转化为化学能，并放出氧气。',
  key: '类囊体膜',
  distractors: ['叶绿体基质', '细胞核', '线粒体内膜'],
};

const LONG_SENTENCE =
  'Because a hash table spreads its keys over buckets by a function that ignores their order, looking one up takes about the same time however many there are, whereas a balanced tree, which keeps them sorted and can therefore also answer what lies between two keys, needs a number of steps that grows with the logarithm of their count.';

const LONG_CHINESE_SENTENCE =
  '由于散列表用一个不顾及次序的函数把键分散到各个桶里，无论键有多少，查找一个键所需的时间都大致相同；而平衡树让键保持有序，因此还能回答两个键之间有哪些键，但查找所需的步数会随键的数目按对数增长。';

/** As long as a sentence can be that is still asked about. */
export const LONG_ENGLISH: ExerciseSketch = {
  id: 'long-en',
  kind: 'cloze',
  reading: {
    id: 'hash-tables',
    lang: 'en',
    title: 'Data structures and algorithms, week 7: hash tables, balanced search trees and when to use which',
    interest: 'Data structures and their running times',
    text: `${'Containers differ in what they make cheap. '.repeat(6)}${LONG_SENTENCE} ${'Measure before you choose. '.repeat(9)}`,
  },
  sentence: LONG_SENTENCE,
  key: 'balanced tree',
};

export const LONG_CHINESE: ExerciseSketch = {
  id: 'long-zh',
  kind: 'cloze',
  reading: {
    id: 'san-lie-biao',
    lang: 'zh',
    title: '数据结构与算法第七周：散列表、平衡查找树，以及什么时候该用哪一种',
    interest: '数据结构与运行时间',
    text: `${'不同的容器让不同的操作变得便宜。'.repeat(12)}${LONG_CHINESE_SENTENCE}${'选择之前先测一测。'.repeat(20)}`,
  },
  sentence: LONG_CHINESE_SENTENCE,
  key: '平衡树',
};
