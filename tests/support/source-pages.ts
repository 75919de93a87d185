const filler = (topic: string) =>
  Array.from(
    { length: 30 },
    (_, place) => `<p>Note ${place} on ${topic}: measure twice, write down the reading and its unit.</p>`,
  ).join('\n');

const page = (lang: string, title: string, body: string) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><main><h1>${title}</h1>${body}</main></html>`;

export const TIDES =
  'The tides follow the moon because its pull is stronger on the near side of the earth than on the far side. ' +
  'Twice a month sun and moon pull along one line, and the spring tide rises higher than usual.';

/** The same with every fourth word or so replaced, as an editor might. */
export const EDITED_TIDES =
  'Ocean tides follow the moon since its gravity is stronger on the near side of our planet than on the far one. ' +
  'Twice each month sun and moon pull along one line, and a spring tide rises much higher than usual.';

export const ENTROPY_ZH =
  '熵是描述系统混乱程度的物理量。在孤立系统中，一切实际过程都使熵增加，只有可逆过程才使熵保持不变，这就是熵增原理。';

export const EDITED_ENTROPY_ZH =
  '熵是用来描述系统无序程度的物理量。在孤立系统里，一切自发过程都会使熵增加，只有可逆过程才让熵保持不变，这就是熵增原理。';

const around = (text: string) => `<p id="wanted">${text}</p>${filler('the sea')}`;

/** How the page of the tides looks when it is opened again. */
export const TIDES_PAGES = {
  asRead: page('en', 'Tides', around(TIDES)),
  edited: page('en', 'Tides', `${filler('the sky')}${around(EDITED_TIDES)}`),
  moved: page('en', 'Tides', `${filler('the sky')}${filler('the sea')}<p id="wanted">${TIDES}</p>`),
  without: page('en', 'Tides', filler('the sky')),
  late: page(
    'en',
    'Tides',
    `${filler('the sky')}<script>setTimeout(() => {
      const late = document.createElement('p');
      late.id = 'wanted';
      late.textContent = ${JSON.stringify(TIDES)};
      document.querySelector('main').append(late);
    }, 1500)</script>`,
  ),
} as const;

export const ENTROPY_ZH_PAGES = {
  asRead: page('zh-CN', '熵增原理', `<p id="wanted">${ENTROPY_ZH}</p>`),
  edited: page(
    'zh-CN',
    '熵增原理',
    `${'<p>实验前先检查仪器，记录读数和单位，再与同组同学核对一遍。</p>'.repeat(40)}<p id="wanted">${EDITED_ENTROPY_ZH}</p>`,
  ),
} as const;
