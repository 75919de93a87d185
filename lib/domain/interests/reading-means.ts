import { joinMeans } from '../embedding/centring';
import type { Embedding, LanguageMean } from '../embedding/model';
import { mean } from '../embedding/vector';
import type { Language } from '../text/language';
import type { PageGroup } from './page-groups';
import { shapesInterests } from './participation';

/** The passages of one page are not independent: together they count for this many at most. */
const PASSAGES_COUNTED_EACH_PAGE = 5;

/**
 * Mean vector of what was read in each language, in which a long page weighs no more than a short one. Counting
 * passages instead would take the subject of a single long article for a property of its language.
 */
export function readingMeans(
  pages: readonly PageGroup[],
  vectors: ReadonlyMap<string, Embedding>,
): Partial<Record<Language, LanguageMean>> {
  const means: Partial<Record<Language, LanguageMean>> = {};
  for (const { passages } of pages) {
    for (const lang of ['en', 'zh'] as const) {
      const spoken = passages.filter((passage) => passage.lang === lang && shapesInterests(passage));
      const own = spoken.flatMap(({ id }) => vectors.get(id) ?? []);
      if (own.length === 0) continue;
      const page = { count: Math.min(own.length, PASSAGES_COUNTED_EACH_PAGE), mean: mean(own) };
      means[lang] = joinMeans(means[lang], page);
    }
  }
  return means;
}
