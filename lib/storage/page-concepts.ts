import type { Concept, Keyphrase, Mention } from '@/lib/domain/concepts/model';
import type { Language } from '@/lib/domain/text/language';
import type { StudyDb } from './study-db';

/** Surface forms that are kept of a concept. */
const MAX_FORMS = 12;

interface FoundTerm {
  readonly lang: Language;
  readonly keyphrase: Keyphrase;
}

/**
 * Replaces what is mentioned in these passages by the terms found, and brings the concepts that are touched up to date.
 * Runs inside the caller's transaction on mentions, concepts and occurrences.
 */
export async function replaceMentions(
  db: StudyDb,
  passageIds: readonly string[],
  found: readonly FoundTerm[],
): Promise<void> {
  const old = await db.mentions.where('passageId').anyOf(passageIds).toArray();
  await db.mentions.bulkDelete(old.map(({ id }) => id));
  const wanted = new Set(passageIds);
  const mentions = found.flatMap(mentionsOf).filter(({ passageId }) => wanted.has(passageId));
  await db.mentions.bulkPut(mentions);
  const terms = new Map(found.map((term) => [conceptIdOf(term), term]));
  const touched = new Set([...old, ...mentions].map(({ conceptId }) => conceptId));
  await recountConcepts(db, [...touched], terms);
}

/**
 * Counts on how many pages each concept is mentioned; one without a mention goes. A term that is new becomes a concept, one
 * that is known gains its forms.
 */
export async function recountConcepts(
  db: StudyDb,
  conceptIds: readonly string[],
  terms: ReadonlyMap<string, FoundTerm> = new Map(),
): Promise<void> {
  const mentions = await db.mentions.where('conceptId').anyOf(conceptIds).toArray();
  const pagesOf = await pagesByPassage(db, [...new Set(mentions.map(({ passageId }) => passageId))]);
  const mentionedOn = new Map<string, Set<string>>();
  for (const { conceptId, passageId } of mentions) {
    const pages = mentionedOn.get(conceptId) ?? new Set();
    for (const pageId of pagesOf.get(passageId) ?? []) pages.add(pageId);
    mentionedOn.set(conceptId, pages);
  }
  await db.concepts.bulkDelete(conceptIds.filter((id) => !mentionedOn.has(id)));
  const known = new Map((await db.concepts.bulkGet([...mentionedOn.keys()])).map((row) => [row?.id, row]));
  await db.concepts.bulkPut(
    [...mentionedOn].flatMap(([id, pages]) => {
      const concept = joinTerm(known.get(id), terms.get(id));
      return concept ? [{ ...concept, documentFrequency: pages.size }] : [];
    }),
  );
}

async function pagesByPassage(db: StudyDb, passageIds: readonly string[]): Promise<Map<string, string[]>> {
  const pages = new Map<string, string[]>();
  for (const { passageId, pageId } of await db.occurrences.where('passageId').anyOf(passageIds).toArray())
    pages.set(passageId, [...(pages.get(passageId) ?? []), pageId]);
  return pages;
}

function joinTerm(known: Concept | undefined, term: FoundTerm | undefined): Concept | undefined {
  if (!term) return known;
  const { lang, keyphrase } = term;
  const { key, label, headTag } = keyphrase;
  const forms = [...new Set([...(known?.forms ?? []), ...keyphrase.forms])].slice(0, MAX_FORMS);
  return known
    ? { ...known, forms }
    : { id: conceptIdOf(term), lang, key, label, headTag, forms, documentFrequency: 0 };
}

function mentionsOf(term: FoundTerm): Mention[] {
  const conceptId = conceptIdOf(term);
  return term.keyphrase.spans.map(({ passageId, start, end }) => ({
    id: `${passageId}:${start}:${conceptId}`,
    conceptId,
    passageId,
    start,
    end,
  }));
}

function conceptIdOf({ lang, keyphrase }: FoundTerm): string {
  return `${lang}:${keyphrase.key}`;
}
