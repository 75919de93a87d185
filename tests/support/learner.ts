import type { Locator, Page } from 'playwright-core';
import type { TableRows } from '@/lib/storage/schema';
import commonEn from '@/lib/ui/locales/en/common.json';
import popupEn from '@/lib/ui/locales/en/popup.json';
import commonZh from '@/lib/ui/locales/zh/common.json';
import popupZh from '@/lib/ui/locales/zh/popup.json';
import type { LaunchedExtension } from './extension';
import { until } from './until';

type Exercise = TableRows['exercises'];

const enWords = { common: commonEn, popup: popupEn };
const zhWords = { common: commonZh, popup: popupZh };

export type Words = typeof enWords | typeof zhWords;

/** What the interface calls things, to find them by their accessible names. */
export const WORDS: Readonly<Record<'en' | 'zh', Words>> = { en: enWords, zh: zhWords };

/** Whatever the popup asks before a site is read. */
const YES = ['allow.agree', 'allow.agree-anyway', 'allow.anyway'] as const;

/** Presses the real buttons over the page, and returns once the browser has granted the site. */
export async function allowSite(
  extension: LaunchedExtension,
  page: Page,
  words: Words = WORDS.en,
): Promise<void> {
  const { protocol, hostname } = new URL(page.url());
  const isGranted = async () =>
    (await extension.allowedOrigins()).includes(`${protocol}//${hostname}/*`) && 'granted';
  const popup = await extension.openPopup(page);
  const question = popup.getByRole('dialog');
  const isAsked = async () => !popup.isClosed() && (await question.isVisible()) && 'asked';
  await popup.getByRole('button', { name: words.common['allow-site'] }).first().click();
  const next = await until(async () => (await isAsked()) || (await isGranted()), Boolean);
  if (next === 'asked') await pressYes(question, words);
  await until(isGranted, Boolean);
  if (!popup.isClosed()) await popup.close();
}

async function pressYes(question: Locator, { common }: Words): Promise<void> {
  const [first, ...others] = YES.map((key) =>
    question.getByRole('button', { name: common[key], exact: true }),
  );
  await others.reduce<Locator | undefined>((any, button) => any?.or(button), first)?.click();
}

/** The question in view. */
export const cardOf = (popup: Page, words: Words = WORDS.en): Locator =>
  popup.getByRole('article', { name: words.popup['card.label'] });

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The stored exercise that the popup shows, by its text. */
export async function exerciseInView(
  popup: Page,
  exercises: readonly Exercise[],
  words: Words = WORDS.en,
): Promise<Exercise> {
  const text = squeeze((await cardOf(popup, words).textContent()) ?? '');
  const shows = ({ stem }: Exercise) =>
    text.includes(squeeze(stem.before)) && text.includes(squeeze(`${words.popup.blank} ${stem.after}`));
  const exercise = exercises.find(shows);
  if (exercise === undefined) throw new Error(`No stored exercise is shown: ${text}`);
  return exercise;
}

/** Types or chooses the answer, and waits for the verdict. */
export async function giveAnswer(
  popup: Page,
  exercise: Exercise,
  answer: string,
  words: Words = WORDS.en,
): Promise<void> {
  if (exercise.kind === 'cloze') {
    await popup.getByLabel(words.popup['answer.label']).fill(answer);
    await popup.getByRole('button', { name: words.popup.check }).click();
  } else {
    await cardOf(popup, words).getByRole('button', { name: answer, exact: true }).click();
  }
  await ratingsOf(popup, words).waitFor();
}

const ratingsOf = (popup: Page, words: Words): Locator =>
  popup.getByRole('group', { name: words.popup['rate.label'] });

/** Takes the marked rating, as Enter does, and waits until the next question or the end is there. */
export async function takeSuggestedRating(popup: Page, words: Words = WORDS.en): Promise<void> {
  await popup.keyboard.press('Enter');
  await ratingsOf(popup, words).waitFor({ state: 'detached' });
}

/** Waits for a question; at the end of a round it asks for another. False when there is nothing more to ask. */
export async function reachQuestion(popup: Page, words: Words = WORDS.en): Promise<boolean> {
  const card = cardOf(popup, words);
  const ended = popup.getByRole('heading', { name: words.popup['end.title'] });
  await card.or(ended).waitFor();
  if (await card.isVisible()) return true;
  const more = popup.getByRole('button', { name: asPattern(words.popup['end.more'].other) });
  if (!(await more.isVisible())) return false;
  await more.click();
  await card.waitFor();
  return true;
}

/** A message with its numbers left open. */
const asPattern = (message: string): RegExp => new RegExp(message.replace('{count}', '.+'));
