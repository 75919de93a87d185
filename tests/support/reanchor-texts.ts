/** Pages on baking bread, whose paragraphs share many words, and words that do not belong there. */
export const breadPages = {
  en: {
    paragraphs: [
      'Flour and water alone make a dough, but only after some rest does the dough become smooth, because water needs time to reach every grain of the flour.',
      'Salt slows the yeast and tightens the dough; a loaf without salt rises faster, browns less and tastes of little more than flour.',
      'Yeast turns the sugars of the flour into gas and alcohol. The gas lifts the dough, while most of the alcohol leaves the loaf in the heat of the oven.',
      'A cold night in the cellar gives the yeast little to do and the bacteria much, so that bread from such a dough keeps longer and tastes a little sour.',
      'Steam keeps the skin of the loaf soft during the first minutes in the oven. As long as it can stretch, the bread goes on rising.',
      'When the crust is brown and the loaf sounds hollow under the knuckles, the bread is done, though it should cool for an hour before anybody cuts it.',
      'Old bread is not dry bread: its starch has turned hard, and a few minutes in a warm oven make most of it soft again.',
    ],
    foreign: ['glacier', 'orchestra', 'voltage', 'senate', 'lizard', 'comet', 'velvet', 'harbour'],
  },
  zh: {
    paragraphs: [
      '面粉加水就能成团，但要静置一会儿才会光滑，因为水分需要时间渗进每一粒面粉。',
      '盐会抑制酵母，也让面团更有筋道；不放盐的面包发得快，上色浅，吃起来只剩面粉味。',
      '酵母把面粉里的糖变成气体和酒精。气体撑起面团，而大部分酒精在烤箱的高温里挥发掉了。',
      '在地窖里冷藏一夜，酵母几乎停工，乳酸菌却很活跃，所以这样做出的面包更耐放，还带一点酸味。',
      '进炉头几分钟的蒸汽让面包表皮保持柔软，只要表皮还能伸展，面包就会继续膨胀。',
      '外皮变成棕色，用指节敲底部发出空响，面包就熟了，不过最好放凉一小时再切。',
      '隔夜的面包并不是变干了，而是淀粉变硬了，放进温热的烤箱里几分钟，大半又会变软。',
    ],
    foreign: ['冰川', '乐队', '电压', '议会', '蜥蜴', '彗星', '天鹅绒', '港口'],
  },
} as const;
