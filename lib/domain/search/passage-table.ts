import { isOfSite } from '../reading/site';
import type { EpochMs } from '../shared/clock';
import type { TextLanguage } from '../text/language';
import type { SearchFilters } from './model';

/** What a search knows of a passage. */
export interface IndexedPassage {
  readonly id: string;
  readonly text: string;
  readonly lang: TextLanguage;
  readonly origin: string;
  readonly lastReadAt: EpochMs;
}

/** What a search looks among. */
export interface PassageFilter extends Omit<SearchFilters, 'interestId'> {
  /** Only these; all when absent. */
  readonly among?: ReadonlySet<string>;
}

/** Passages by the small numbers that stand for them; a number is never used again. */
export interface PassageTable {
  /** Adds a passage or renews when it was last read; returns its number. */
  put(passage: IndexedPassage): number;
  /** Returns the number that it had. */
  remove(id: string): number | undefined;
  ids(): string[];
  slotOf(id: string): number | undefined;
  idOf(slot: number): string;
  langOf(slot: number): TextLanguage;
  /** Whether a number stands for a passage that the filter lets through. */
  accept(filter: PassageFilter): (slot: number) => boolean;
}

type Entry = Omit<IndexedPassage, 'text'>;

export function createPassageTable(): PassageTable {
  const slots = new Map<string, number>();
  const entries: (Entry | undefined)[] = [];

  return {
    put({ id, lang, origin, lastReadAt }) {
      const slot = slots.get(id) ?? entries.length;
      slots.set(id, slot);
      entries[slot] = { id, lang, origin, lastReadAt };
      return slot;
    },
    remove(id) {
      const slot = slots.get(id);
      if (slot === undefined) return undefined;
      slots.delete(id);
      entries[slot] = undefined;
      return slot;
    },
    ids: () => [...slots.keys()],
    slotOf: (id) => slots.get(id),
    idOf: (slot) => entries[slot]?.id ?? '',
    langOf: (slot) => entries[slot]?.lang ?? 'other',
    accept: (filter) => {
      const isWanted = filterOf(filter);
      return (slot) => {
        const entry = entries[slot];
        return entry !== undefined && isWanted(entry);
      };
    },
  };
}

function filterOf(filter: PassageFilter): (entry: Entry) => boolean {
  const { site, among, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = filter;
  const isOfWantedSite = site === undefined ? () => true : memoised((origin) => isOfSite(origin, site));
  return ({ id, origin, lastReadAt }) =>
    lastReadAt >= from &&
    lastReadAt < until &&
    isOfWantedSite(origin) &&
    (among === undefined || among.has(id));
}

/** Few origins have many passages, and taking an address apart is slow. */
function memoised(decide: (origin: string) => boolean): (origin: string) => boolean {
  const decisions = new Map<string, boolean>();
  return (origin) => {
    const known = decisions.get(origin);
    if (known !== undefined) return known;
    const decision = decide(origin);
    decisions.set(origin, decision);
    return decision;
  };
}
