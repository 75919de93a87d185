import type { TextLanguage } from '@/lib/domain/text/language';
import type { StudyDb } from './study-db';

/** Rows read at a time. */
const SLICE = 1_000;

/** Languages of passages, kept between two readings: of many thousand rows with their texts, only the new ones are read. */
export interface LanguageMemory {
  /** Languages of the passages that are keys of the map; may lack some that are gone. */
  load(passages: ReadonlyMap<string, unknown>): Promise<ReadonlyMap<string, TextLanguage>>;
}

export function createLanguageMemory(db: StudyDb): LanguageMemory {
  const known = new Map<string, TextLanguage>();
  return {
    async load(passages) {
      const missing = [...passages.keys()].filter((id) => !known.has(id));
      if (missing.length > SLICE) await readAll(db, known);
      else for (const row of await db.passages.bulkGet(missing)) if (row) known.set(row.id, row.lang);
      for (const id of known.keys()) if (!passages.has(id)) known.delete(id);
      return known;
    },
  };
}

/** Rows in the order of their keys come several times as fast as rows that are asked for one by one. */
async function readAll(db: StudyDb, languages: Map<string, TextLanguage>): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await db.passages.where('id').above(after).limit(SLICE).toArray();
    for (const { id, lang } of rows) languages.set(id, lang);
    const last = rows.at(-1);
    if (!last || rows.length < SLICE) return;
    after = last.id;
  }
}
