import type { PassageTerm } from '@/lib/domain/interests/model';
import type { StudyDb } from './study-db';

/** Passages asked about at a time. */
const SLICE = 500;

/** Terms of these passages, each concept once a passage, however often the passage mentions it. */
export async function readPassageTerms(db: StudyDb, passageIds: Iterable<string>): Promise<PassageTerm[]> {
  const concepts = new Map((await db.concepts.toArray()).map((concept) => [concept.id, concept]));
  const terms: PassageTerm[] = [];
  const ids = [...passageIds];
  for (let from = 0; from < ids.length; from += SLICE) {
    const slice = ids.slice(from, from + SLICE);
    // One look-up for each passage takes half as long as one for all, which goes through the index row by row.
    const mentions = await Promise.all(
      slice.map((id) => db.mentions.where('passageId').equals(id).toArray()),
    );
    mentions.forEach((own, i) => {
      for (const conceptId of new Set(own.map((mention) => mention.conceptId))) {
        const concept = concepts.get(conceptId);
        const passageId = slice[i];
        if (!concept || passageId === undefined) continue;
        const { lang, label, forms } = concept;
        terms.push({ passageId, conceptId, lang, label, forms });
      }
    });
  }
  return terms;
}
