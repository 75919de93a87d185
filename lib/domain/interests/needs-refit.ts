import type { Passage } from '../reading/model';
import type { Interest } from './model';
import { shapesInterests, writtenLanguages } from './participation';

/** Fewer passages than this say too little to speak of interests. */
export const FEWEST_PASSAGES = 6;

const FEWEST_CHANGED_PASSAGES = 8;
const CHANGED_SHARE = 0.2;

/** What is known when a page has been analysed. */
export interface AnalysedReading {
  /** Passages that have a vector now. */
  readonly passageCount: number;
  /** Passages that had one at the last fit; absent before the first. */
  readonly fittedCount: number | undefined;
  readonly interests: readonly Interest[];
  /** Passages of the page. */
  readonly page: readonly Passage[];
  /** Their interests. */
  readonly assignments: ReadonlyMap<string, string>;
}

/**
 * Whether the interests should be fitted again: none exist although there is enough to read, the number of passages
 * has changed by a fifth and by eight, or an interest has no label yet in the language of the page, whose terms were
 * unknown when it was fitted.
 */
export function needsRefit(reading: AnalysedReading): boolean {
  const { passageCount, fittedCount, interests } = reading;
  if (passageCount < FEWEST_PASSAGES) return false;
  if (fittedCount === undefined || interests.length === 0) return passageCount !== fittedCount;
  const changed = Math.abs(passageCount - fittedCount);
  return changed >= Math.max(FEWEST_CHANGED_PASSAGES, CHANGED_SHARE * fittedCount) || lacksLabel(reading);
}

function lacksLabel({ interests, page, assignments }: AnalysedReading): boolean {
  const labels = new Map(interests.map((interest) => [interest.id, interest.labels]));
  const speaking = page.filter(shapesInterests);
  const languages = writtenLanguages(speaking);
  return speaking.some(({ id, lang }) => {
    const own = labels.get(assignments.get(id) ?? '');
    return own !== undefined && own[lang] === undefined && languages.has(lang);
  });
}
