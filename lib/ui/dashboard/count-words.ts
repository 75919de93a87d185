import type { KeptKind } from '@/lib/app/ports/erasure';
import { t, uiLanguage, uiLocale } from '@/lib/ui/i18n';

/** Kinds of things that learners count, in the order in which they come to be. */
export const COUNTED = ['pages', 'passages', 'interests', 'exercises', 'reviews'] as const;

export type Counted = (typeof COUNTED)[number];

export function countWords(kind: KeptKind, count: number): string {
  return t(`dashboard.count.${kind}`, { count });
}

/** "1 page, 12 passages and 3 answers"; what there is none of is left out, and empty when there is nothing at all. */
export function listCounts(counts: Partial<Record<Counted, number>>): string {
  const some = COUNTED.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [countWords(kind, count)] : [];
  });
  // A Chinese 和 would touch the number after it; its narrow style has only commas.
  const style = uiLanguage.value === 'zh' ? 'narrow' : 'long';
  return new Intl.ListFormat(uiLocale.value, { type: 'conjunction', style }).format(some);
}

/** A rough forecast: median time of a question with its rating. */
const MINUTES_PER_EXERCISE = 0.5;

export function minuteWords(exercises: number): string {
  return t('common.minutes', { count: Math.max(1, Math.round(exercises * MINUTES_PER_EXERCISE)) });
}
