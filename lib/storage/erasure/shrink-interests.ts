import { termFinder } from '@/lib/domain/interests/contains-term';
import { termsOfLabel } from '@/lib/domain/interests/labels';
import type { Interest } from '@/lib/domain/interests/model';
import type { Passage } from '@/lib/domain/reading/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { enqueueJob } from '../job-queue';
import { readMeta, writeMeta } from '../meta';
import type { StudyDb } from '../study-db';
import type { Tally } from './tally';

/**
 * Takes passages out of their interests. One that has none left goes. The others lose at once what may speak of the
 * passages: their example, and names that their other passages do not hold. Centroids, and the centres that they are measured
 * from, are means over all members; a fit of what is left, which is asked for, replaces both.
 *
 * @param forms of terms that are known no longer
 */
export async function shrinkInterests(
  db: StudyDb,
  passages: readonly Passage[],
  forms: ReadonlySet<string>,
  { now, tally }: { readonly now: EpochMs; readonly tally: Tally },
): Promise<void> {
  if (passages.length === 0) return;
  const gone = new Set(passages.map(({ id }) => id));
  const folded = new Set([...forms].map((form) => form.toLowerCase()));
  for (const interest of await db.interests.toArray()) {
    const lost = passages.filter(({ interestId }) => interestId === interest.id).length;
    const members = lost > 0 ? await db.passages.where('interestId').equals(interest.id).toArray() : [];
    const texts = members.filter(({ id }) => !gone.has(id)).map(({ text }) => text);
    if (lost > 0 && texts.length === 0) {
      await db.interests.delete(interest.id);
      tally.add('interests', 1);
      continue;
    }
    const isKnown = lost > 0 ? termFinder(texts.join('\n')) : () => true;
    await db.interests.put({
      ...withoutExample(interest, gone),
      labels: keepLabels(interest.labels, (term) => isKnown(term) && !folded.has(term.toLowerCase())),
      passageCount: interest.passageCount - lost,
    });
  }
  await askForFit(db, now);
}

function withoutExample({ medoid, ...interest }: Interest, gone: ReadonlySet<string>): Interest {
  return medoid && !gone.has(medoid.passageId) ? { ...interest, medoid } : interest;
}

function keepLabels(labels: Interest['labels'], isKnown: (term: string) => boolean): Interest['labels'] {
  const kept = (['en', 'zh'] as const).flatMap((lang) => {
    const label = labels[lang];
    return label !== undefined && termsOfLabel(label, lang).every(isKnown) ? [[lang, label]] : [];
  });
  return Object.fromEntries(kept);
}

/** The number of interests is kept as a habit; what the fit measured is not. */
async function askForFit(db: StudyDb, now: EpochMs): Promise<void> {
  const fit = await readMeta(db, 'interestFit');
  if (!fit) return;
  const { centres: _, ...habit } = fit;
  await writeMeta(db, 'interestFit', habit);
  await enqueueJob(db, 'refit', 'all', now);
}
