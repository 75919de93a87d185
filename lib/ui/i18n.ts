import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { UiLanguage } from '@/lib/app/ports/settings';
import type { Language } from '@/lib/domain/text/language';
import commonEn from './locales/en/common.json';
import dashboardEn from './locales/en/dashboard.json';
import importEn from './locales/en/import.json';
import pageEn from './locales/en/page.json';
import pdfEn from './locales/en/pdf.json';
import popupEn from './locales/en/popup.json';
import welcomeEn from './locales/en/welcome.json';
import commonZh from './locales/zh/common.json';
import dashboardZh from './locales/zh/dashboard.json';
import importZh from './locales/zh/import.json';
import pageZh from './locales/zh/page.json';
import pdfZh from './locales/zh/pdf.json';
import popupZh from './locales/zh/popup.json';
import welcomeZh from './locales/zh/welcome.json';

/** A text with `{placeholders}`, or one per plural category, chosen by the parameter `count`. */
type Message = string | { readonly one?: string; readonly other: string };
type Surface = Readonly<Record<string, Message>>;

const english = {
  common: commonEn,
  popup: popupEn,
  dashboard: dashboardEn,
  import: importEn,
  welcome: welcomeEn,
  pdf: pdfEn,
  page: pageEn,
};
const catalogues: Record<Language, Readonly<Record<string, Surface>>> = {
  en: english,
  zh: {
    common: commonZh,
    popup: popupZh,
    dashboard: dashboardZh,
    import: importZh,
    welcome: welcomeZh,
    pdf: pdfZh,
    page: pageZh,
  },
};

type English = typeof english;

/** `surface.name`: the file under `locales/` and the key in it. */
export type MessageKey = {
  [Name in keyof English & string]: `${Name}.${keyof English[Name] & string}`;
}[keyof English & string];

export type MessageParams = Readonly<Record<string, string | number>>;

const override = signal<UiLanguage>('auto');
const preferred = signal<readonly string[]>(globalThis.navigator?.languages ?? []);

/** Language of our own words, as chosen by the learner or else by the browser. */
export const uiLanguage: ReadonlySignal<Language> = computed(() => {
  if (override.value !== 'auto') return override.value;
  const known = preferred.value.map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag) => tag === 'zh' || tag === 'en') === 'zh' ? 'zh' : 'en';
});

/** BCP 47 tag of `uiLanguage`, for `lang` attributes and `Intl`. */
export const uiLocale: ReadonlySignal<string> = computed(() => (uiLanguage.value === 'zh' ? 'zh-CN' : 'en'));

export function setUiLanguage(choice: UiLanguage): void {
  override.value = choice;
}

/** Keeps the `lang` of a document equal to `uiLocale`; returns how to stop. */
export function followUiLanguage(target: Document): () => void {
  return effect(() => {
    target.documentElement.lang = uiLocale.value;
  });
}

function findMessage(key: MessageKey, params: Readonly<Record<string, unknown>>): string {
  const dot = key.indexOf('.');
  const message = catalogues[uiLanguage.value][key.slice(0, dot)]?.[key.slice(dot + 1)];
  if (message === undefined) return key;
  if (typeof message === 'string') return message;
  const category = new Intl.PluralRules(uiLocale.value).select(Number(params.count));
  return (category === 'one' ? message.one : undefined) ?? message.other;
}

/**
 * The message split around its placeholders, with each replaced by its parameter; for texts that hold elements, such as
 * a captured title that has to be isolated.
 */
export function translateParts<Part>(
  key: MessageKey,
  params: Readonly<Record<string, Part | string | number>>,
): (Part | string | number)[] {
  return findMessage(key, params)
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 === 0 ? piece : (params[piece] ?? '')))
    .filter((piece) => piece !== '');
}

/** The message in the language of the interface; reads `uiLanguage`, so components follow a switch. */
export function t(key: MessageKey, params: MessageParams = {}): string {
  return translateParts<string>(key, params).join('');
}
