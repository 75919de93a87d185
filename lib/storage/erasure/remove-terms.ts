import { knownFrom } from '@/lib/domain/concepts/known-from';
import type { Concept, Mention } from '@/lib/domain/concepts/model';
import { recountConcepts } from '../page-concepts';
import type { StudyDb } from '../study-db';
import { type Doomed, passagesLeft, unique } from './doomed';
import type { Tally } from './tally';

/**
 * Takes mentions, concepts that nothing mentions any more, and forms of the others that only stood in what goes. Counts the
 * rest on the pages that are left, so that places have to be gone before.
 *
 * @returns the forms that are known no longer
 */
export async function removeTerms(db: StudyDb, doomed: Doomed, tally: Tally): Promise<Set<string>> {
  const mentions = await mentionsIn(db, doomed.passageIds);
  const ids = conceptIdsOf(mentions);
  const onFewerPages = conceptIdsOf(await mentionsIn(db, passagesLeft(doomed)));
  const before = (await db.concepts.bulkGet(ids)).filter((concept) => concept !== undefined);
  await db.mentions.bulkDelete(mentions.map(({ id }) => id));
  await recountConcepts(db, unique([...ids, ...onFewerPages]));
  const left = (await db.concepts.bulkGet(ids)).filter((concept) => concept !== undefined);
  const trimmed = await trimForms(db, left);
  await db.concepts.bulkPut(trimmed);
  tally.add('mentions', mentions.length);
  tally.add('concepts', before.length - left.length);
  const known = new Set(trimmed.flatMap(formsOf));
  return new Set(before.flatMap(formsOf).filter((form) => !known.has(form)));
}

function mentionsIn(db: StudyDb, passageIds: readonly string[]): Promise<Mention[]> {
  return db.mentions.where('passageId').anyOf(passageIds).toArray();
}

function conceptIdsOf(mentions: readonly Mention[]): string[] {
  return unique(mentions.map(({ conceptId }) => conceptId));
}

async function trimForms(db: StudyDb, concepts: readonly Concept[]): Promise<Concept[]> {
  const mentions = await db.mentions
    .where('conceptId')
    .anyOf(concepts.map(({ id }) => id))
    .toArray();
  const passageIds = unique(mentions.map(({ passageId }) => passageId));
  const passages = (await db.passages.bulkGet(passageIds)).filter((passage) => passage !== undefined);
  const textOf = new Map(passages.map(({ id, text }) => [id, text]));
  const mentionsOf = new Map<string, Mention[]>();
  for (const mention of mentions)
    mentionsOf.set(mention.conceptId, [...(mentionsOf.get(mention.conceptId) ?? []), mention]);
  return concepts.map((concept) => {
    const own = mentionsOf.get(concept.id) ?? [];
    const texts = unique(own.map(({ passageId }) => passageId)).flatMap((id) => textOf.get(id) ?? []);
    const surfaces = own.map(({ passageId, start, end }) => (textOf.get(passageId) ?? '').slice(start, end));
    return knownFrom(concept, texts, surfaces);
  });
}

function formsOf({ label, forms }: Concept): string[] {
  return [label, ...forms];
}
