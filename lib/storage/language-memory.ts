import type { TextLanguage } from '@/lib/domain/text/language';
import type { StudyDb } from './study-db';

/** Rows read at a time. */
const SLICE = 1_000;

/** Languages of passages, kept between two readings: of many thousand rows with their texts, only the new ones are read. */
export interface LanguageMemory {
  /** Languages of the passages that the map has; may lack some that are gone. */
  load(passages: ReadonlyMap<string, unknown>): Promise<ReadonlyMap<string, TextLanguage>>;
}

export function createLanguageMemory(db: StudyDb): LanguageMemory {
  const known = new Map<string, TextLanguage>();
  return {
    async load(passages) {
      const missing = [...passages.keys()].filter((id) => !known.has(id));
      for (let from = 0; from < missing.length; from += SLICE)
        for (const row of await db.passages.bulkGet(missing.slice(from, from + SLICE)))
          if (row) known.set(row.id, row.lang);
      if (known.size > passages.size) for (const id of known.keys()) if (!passages.has(id)) known.delete(id);
      return known;
    },
  };
}
