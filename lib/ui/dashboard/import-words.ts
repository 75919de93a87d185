import type { ImportProgress } from '@/lib/app/ports/imports';

/** Whether some of a text waits to be understood. */
export function isUnfinished({ waiting }: Pick<ImportProgress, 'waiting'>): boolean {
  return waiting > 0;
}

/** Whether a text ended before all of it was stored: the page was closed, or the learner stopped it. */
export function isCutShort({
  sections,
  storedSections,
}: Pick<ImportProgress, 'sections' | 'storedSections'>): boolean {
  return storedSections < sections;
}
