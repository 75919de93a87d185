import type { NewWords } from '@/lib/app/ports/analysis-store';
import type { WordVectorStore } from '@/lib/app/ports/embedding-store';
import { decodeInt8, encodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { type Embedding, MODEL_ID } from '@/lib/domain/embedding/model';
import { normalise } from '@/lib/domain/embedding/vector';
import type { Language } from '@/lib/domain/text/language';
import type { StudyDb } from './study-db';

/** Query vectors of words, kept because the same words return on page after page. */
export function createWordVectorStore(db: StudyDb, modelId: string = MODEL_ID): WordVectorStore {
  return {
    async load(lang, words) {
      const rows = await db.words.bulkGet(words.map((word) => rowId(modelId, lang, word)));
      const found = new Map<string, Embedding>();
      words.forEach((word, i) => {
        const row = rows[i];
        if (row) found.set(word, normalise(decodeInt8(row.bytes)));
      });
      return found;
    },
  };
}

/** Adds words to the cache. Runs inside the caller's transaction on `words`. */
export async function saveWordVectors(
  db: StudyDb,
  words: readonly NewWords[],
  modelId: string = MODEL_ID,
): Promise<void> {
  const rows = words.flatMap(({ lang, vectors }) =>
    Array.from(vectors, ([word, vector]) => ({
      id: rowId(modelId, lang, word),
      modelId,
      lang,
      bytes: encodeInt8(vector),
    })),
  );
  await db.words.bulkPut(rows);
}

function rowId(modelId: string, lang: Language, word: string): string {
  return `${modelId}:${lang}:${word}`;
}
