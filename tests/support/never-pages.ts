/** A page that must not be read, on a site that is allowed. */
export interface NeverPage {
  readonly host: string;
  readonly path: string;
  readonly html: string;
}

/** Stands in every text, so that a row that holds it is told whatever became of the rest. */
export const MARKER = 'quincunx';

const PROSE = {
  en: [
    `The ${MARKER} arrangement sets four trees at the corners of a square and a fifth in the middle.`,
    'Orchards were planted in this way because every tree has the same room and the same light.',
  ],
  zh: [
    `${MARKER} 式排列把四棵树种在正方形的四角，第五棵种在中间。`,
    '果园这样栽种，是因为每棵树得到的空间和阳光都一样多。',
  ],
} as const;

type Lang = keyof typeof PROSE;

const paragraphs = (lang: Lang) => PROSE[lang].map((text) => `<p>${text}</p>`).join('');
const pageOf = (lang: Lang, body: string) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${MARKER}</title></head><body>${body}</body></html>`;

/** A page without anything against it: that it is read shows that the others had the time to be. */
export const controlPage = (lang: Lang): string => pageOf(lang, `<main>${paragraphs(lang)}</main>`);

const FRAME = { width: 330, height: 270 };

/** A page that shows others in frames of readable size. */
export const framesPage = (addresses: readonly string[]): string =>
  `<!doctype html><title>Frames</title>${addresses
    .map((address) => `<iframe src="${address}" width="${FRAME.width}" height="${FRAME.height}"></iframe>`)
    .join('')}`;

/** Where on a page its form stands. */
const LAYOUTS: readonly ((form: string, text: string) => string)[] = [
  (form, text) => `<main>${text}</main>${form}`,
  (form, text) => `<header>${form}</header><article>${text}</article>`,
  (form, text) =>
    `<div><div>${text}</div><div style="position: fixed; inset: 40% 10% auto; z-index: 9">${form}</div></div>`,
  (form, text) => `<table><tr><td>${text}</td><td>${form}</td></tr></table>`,
];

/** How a form gets into its page. */
const WRAPS: readonly ((form: string) => string)[] = [
  (form) => `<form>${form}</form>`,
  (form) => `<sign-in><template shadowrootmode="open"><div>${form}</div></template></sign-in>`,
  (form) => `<iframe width="300" height="90" srcdoc="${form.replaceAll('"', '&quot;')}"></iframe>`,
  (form) =>
    `<div id="place"></div><script>document.querySelector('#place').innerHTML = ${JSON.stringify(form)}</script>`,
];

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'sign-in': [
    '<input name="user"><input type="password">',
    '<label>密码 <input type="password" name="p"></label>',
    '<input type="text" autocomplete="current-password">',
    '<input name="pw" style="-webkit-text-security: disc">',
    '<input type="password" autocomplete="new-password" placeholder="设置新密码">',
    '<input placeholder="请输入登录密码">',
    '<label for="pass">Password</label><input id="pass" type="text">',
  ],
  payment: [
    '<input autocomplete="cc-number"><input autocomplete="cc-exp">',
    '<input name="cardNumber" inputmode="numeric"><input name="cvv">',
    '<label>Card number <input type="tel"></label>',
    '<label>银行卡号 <input type="tel"></label>',
    '<input autocomplete="section-pay billing cc-csc">',
    '<input aria-label="Security code (CVC)">',
    '<iframe title="Secure card number input frame" width="200" height="40" srcdoc="<i>field</i>"></iframe>',
    '<input name="iban" placeholder="IBAN">',
  ],
  code: [
    '<input autocomplete="one-time-code">',
    '<input name="otp" maxlength="6">',
    `${'<input maxlength="1" inputmode="numeric" style="width: 2em">'.repeat(6)}`,
    '<label>短信验证码 <input type="text"></label>',
    '<input placeholder="Verification code">',
    '<input name="two_factor" placeholder="2FA code">',
  ],
};

/** Pages whose text is being written rather than read. */
const EDITED: readonly ((lang: Lang) => string)[] = [
  (lang) => `<main contenteditable>${paragraphs(lang)}</main>`,
  (lang) => `<main contenteditable="plaintext-only">${paragraphs(lang)}</main>`,
  (lang) => `<div contenteditable="true"><article>${paragraphs(lang)}</article></div>`,
  (lang) => `<div role="textbox" aria-multiline="true">${paragraphs(lang)}</div>`,
  (lang) => `<textarea rows="9" cols="30">${PROSE[lang].join('\n')}</textarea>`,
  (lang) => `<div class="CodeMirror"><textarea></textarea><pre>${PROSE[lang].join('\n')}</pre></div>`,
  (lang) => `<div class="monaco-editor"><div class="view-lines">${paragraphs(lang)}</div></div>`,
  (lang) => `<main>${paragraphs(lang)}</main><script>document.designMode = 'on'</script>`,
  (lang) => `<iframe width="310" height="200" srcdoc="<body contenteditable>${paragraphs(lang)}"></iframe>`,
  (lang) => `<label>${PROSE[lang].join(' ')} <input></label><button>${PROSE[lang].join(' ')}</button>`,
];

/** Hosts that a grant does not open, none of which is confirmed. */
const WITHHELD = [
  'localhost',
  'course.localhost',
  '10.1.2.3',
  '127.0.0.2',
  '192.168.1.1',
  '172.20.0.9',
  '169.254.10.10',
  '100.64.3.2',
  'moodle',
  'nas',
  'wiki.internal',
  'wiki.local',
  'portal.lan',
  'intranet.firm.test',
  'fritz.box',
  'printer.home.arpa',
  'mail.firm.test',
  'webmail.school.test',
  'mail.126.com',
  'outlook.live.com',
  'mail.qq.com',
  'mail.163.com',
  'mail.sina.com.cn',
  'owa.firm.test',
  'www.chase.com',
  'www.icbc.com.cn',
  'www.ccb.com',
  'www.tenpay.com',
  'www.alipay.com',
  'online-banking.firm.test',
  'ebank.firm.test',
  'pay.shop.test',
  'mychart.clinic.test',
  'www.guahao.com',
  'patientportal.clinic.test',
  'www.114yygh.com',
  'login.city.gov',
  'www.irs.gov',
  'etax.chinatax.gov.cn',
  'www.elster.de',
  'sso.city.gov.uk',
  'gjj.city.gov.cn',
] as const;

const LANGS = ['en', 'zh'] as const;

/** Every field in every way in which it may be wrapped, in changing layouts, and every page that is edited or withheld. */
export function neverPages(): NeverPage[] {
  const pages = LANGS.flatMap((lang) => [
    ...Object.entries(FIELDS).flatMap(([kind, fields]) =>
      fields.flatMap((field, row) =>
        WRAPS.map((wrap, column) => {
          const layout = LAYOUTS[(row + column) % LAYOUTS.length] ?? ((form, text) => form + text);
          return { kind, html: pageOf(lang, layout(wrap(field), paragraphs(lang))) };
        }),
      ),
    ),
    ...EDITED.map((body) => ({ kind: 'edited', html: pageOf(lang, body(lang)) })),
  ]);
  const allowed = pages.map(({ kind, html }, index) => ({
    host: `${kind}${index}.never.test`,
    path: `/${kind}-${index}.html`,
    html,
  }));
  const withheld = WITHHELD.map((host, index) => ({
    host,
    path: `/withheld-${host}.html`,
    html: controlPage(index % 2 === 0 ? 'en' : 'zh'),
  }));
  return shuffle([...allowed, ...withheld]);
}

/** The same order every time, with every kind in every part. */
function shuffle(pages: readonly NeverPage[]): NeverPage[] {
  const step = 89;
  return pages.map((_, index) => pages[(index * step) % pages.length]).filter((page) => page !== undefined);
}
