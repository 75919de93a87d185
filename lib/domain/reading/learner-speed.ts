import type { Language } from '../text/language';
import type { Visit } from './model';
import { AVERAGE_SPEED, type ReadingSpeed } from './reading-speed';

/** What a visit tells of the learner's speed. */
export type TimedVisit = Pick<Visit, 'pageId' | 'readWords' | 'readHanCharacters' | 'dwellByPassage'>;

/** The median of so many pages is not moved much by an odd one. */
export const PAGES_FOR_SPEED = 20;

/** Words or characters: less than half a minute of reading says little about speed. */
const ENOUGH_TEXT = 100;

/** Of a page in two languages nobody knows which of them took the time. */
const ONE_LANGUAGE_SHARE = 0.9;

/** Multiples of the average between which people read at all; what lies beyond was a pause or a replay. */
const PLAUSIBLE = { least: 0.2, most: 4 } as const;

/** Multiples of the average between which a learner is believed, lest the habit of skimming teach that it is reading. */
const CREDIBLE = { least: 1 / 3, most: 1.5 } as const;

interface Sample {
  readonly lang: Language;
  /** Speed on one page, as a multiple of the average. */
  readonly pace: number;
}

/**
 * The learner's own speed: the median over pages of the text read divided by the time that it was given. Of each page the
 * first visit given counts. Per language, from the twentieth page in it on; the average before that.
 */
export function learnerSpeed(visits: readonly TimedVisit[]): ReadingSpeed {
  const firstOfPage = new Map(visits.toReversed().map((visit) => [visit.pageId, visit]));
  const samples = [...firstOfPage.values()].flatMap(toSample);
  return {
    wordsPerMinute: AVERAGE_SPEED.wordsPerMinute * ownPace(samples, 'en'),
    hanCharactersPerMinute: AVERAGE_SPEED.hanCharactersPerMinute * ownPace(samples, 'zh'),
  };
}

function toSample({ readWords, readHanCharacters, dwellByPassage }: TimedVisit): Sample[] {
  const spentMs = Object.values(dwellByPassage).reduce((sum, dwellMs) => sum + dwellMs, 0);
  const wordsMs = (readWords / AVERAGE_SPEED.wordsPerMinute) * 60_000;
  const hanMs = (readHanCharacters / AVERAGE_SPEED.hanCharactersPerMinute) * 60_000;
  const expectedMs = wordsMs + hanMs;
  const pace = expectedMs / spentMs;
  const isPlausible = pace >= PLAUSIBLE.least && pace <= PLAUSIBLE.most;
  if (Math.max(readWords, readHanCharacters) < ENOUGH_TEXT || !isPlausible) return [];
  if (wordsMs >= expectedMs * ONE_LANGUAGE_SHARE) return [{ lang: 'en', pace }];
  return hanMs >= expectedMs * ONE_LANGUAGE_SHARE ? [{ lang: 'zh', pace }] : [];
}

function ownPace(samples: readonly Sample[], lang: Language): number {
  const paces = samples.flatMap((sample) => (sample.lang === lang ? [sample.pace] : []));
  if (paces.length < PAGES_FOR_SPEED) return 1;
  return Math.min(Math.max(median(paces), CREDIBLE.least), CREDIBLE.most);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}
