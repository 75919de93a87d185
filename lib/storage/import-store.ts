import { MAX_WAITING_JOBS } from '@/lib/app/job';
import type { ImportProgress, ImportStore, PreparedSection } from '@/lib/app/ports/imports';
import type { PreparedPassage } from '@/lib/app/ports/reading-store';
import type { RoomGauge } from '@/lib/app/ports/room-gauge';
import { IMPORT_ORIGIN, type ImportedText, importIdOf } from '@/lib/domain/imports/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { failure, type Result, success } from '@/lib/domain/shared/result';
import { countWaitingJobs, enqueueJob, enqueueJobs } from './job-queue';
import { keepIfRoom } from './keep-if-room';
import { createRoomGauge } from './room-gauge';
import type { StudyDb } from './study-db';

/** Part of the queue that is left to what is read meanwhile. */
const ROOM_FOR_READING = 2_000;

/** Texts that were brought in. What is brought in twice is one row, and a section that is stored twice is stored once. */
export function createImportStore(
  db: StudyDb,
  maxWaitingJobs = MAX_WAITING_JOBS - ROOM_FOR_READING,
  gauge: RoomGauge = createRoomGauge(db),
): ImportStore {
  const tables = [db.imports, db.pages, db.passages, db.occurrences, db.jobs, db.meta];
  return {
    begin: (text) => db.transaction('rw', db.imports, async () => begin(db, text)),
    storeSection: (importId, index, section) =>
      keepIfRoom(gauge, () =>
        db.transaction('rw', tables, async () =>
          storeSection(db, { importId, index, section, maxWaitingJobs }),
        ),
      ),
    list: () =>
      db.transaction('r', [...tables, db.exercises], async () => {
        const texts = await db.imports.orderBy('addedAt').reverse().toArray();
        return listProgress(db, texts);
      }),
  };
}

async function begin(db: StudyDb, text: Omit<ImportedText, 'storedSections'>): Promise<ImportedText> {
  const known = await db.imports.get(text.id);
  // An update may cut a text otherwise; what is stored stays, and the numbers follow the cut that goes on.
  const { sections, passageCount } = text;
  const row = { ...text, storedSections: 0, ...known, sections, passageCount };
  await db.imports.put(row);
  return row;
}

interface SectionToStore {
  readonly importId: string;
  readonly index: number;
  readonly section: PreparedSection;
  readonly maxWaitingJobs: number;
}

async function storeSection(
  db: StudyDb,
  { importId, index, section: { page, passages }, maxWaitingJobs }: SectionToStore,
): Promise<Result<null, 'no-room' | 'gone'>> {
  const text = await db.imports.get(importId);
  if (!text) return failure('gone');
  if (index < text.storedSections) return success(null);
  const at = text.addedAt;
  const distinct = [...new Map(passages.map((prepared) => [prepared.passage.id, prepared])).values()];
  const ids = distinct.map(({ passage }) => passage.id);
  const stored = new Set(await db.passages.where('id').anyOf(ids).primaryKeys());
  const added = distinct.filter(({ passage }) => !stored.has(passage.id));
  if (added.length > 0 && (await countWaitingJobs(db)) + added.length > maxWaitingJobs)
    return failure('no-room');
  await db.pages.put({ ...page, firstSeenAt: at, lastSeenAt: at, activeMs: 0, scrollShare: 0 });
  await db.passages.bulkAdd(added.map(({ passage }) => passage));
  await db.occurrences.bulkPut(distinct.map((prepared) => toOccurrence(prepared, page.id, at)));
  await enqueueJobs(
    db,
    'embed',
    added.map(({ passage }) => passage.id),
    at,
    'import',
  );
  // New passages bring their page to analysis once they are embedded; those of another text may be embedded already.
  if (added.length < distinct.length) await enqueueJob(db, 'analyse', page.id, at, 'import');
  await db.imports.put({ ...text, storedSections: index + 1 });
  return success(null);
}

function toOccurrence({ passage, ...place }: PreparedPassage, pageId: string, at: EpochMs) {
  const ids = { id: `${pageId}:${passage.id}`, pageId, passageId: passage.id };
  return { ...place, ...ids, readCount: 0, lastVisitId: '', lastReadAt: at };
}

async function listProgress(db: StudyDb, texts: readonly ImportedText[]): Promise<ImportProgress[]> {
  if (texts.length === 0) return [];
  const pages = await db.pages.where('origin').equals(IMPORT_ORIGIN).toArray();
  const waiting = await waitingPassages(db);
  const exercises = await exercisesByPassage(db);
  const list = texts.map(async (text): Promise<ImportProgress> => {
    const own = pages.filter(({ url }) => importIdOf(url) === text.id);
    const places = await Promise.all(
      own.map(({ id }) => db.occurrences.where('pageId').equals(id).primaryKeys()),
    );
    const passageIds = [...new Set(places.flat().map((id) => id.slice(id.indexOf(':') + 1)))];
    const first = own.sort((one, other) => sectionOf(one.url) - sectionOf(other.url))[0];
    return {
      ...text,
      ...(first && { firstPageId: first.id }),
      passages: passageIds.length,
      waiting: passageIds.filter((id) => waiting.has(id)).length,
      exercises: passageIds.reduce((sum, id) => sum + (exercises.get(id) ?? 0), 0),
    };
  });
  return Promise.all(list);
}

/** Passages without a vector have a job; one that was set aside waits no longer. */
async function waitingPassages(db: StudyDb): Promise<ReadonlySet<string>> {
  const ids = await Promise.all(
    (['pending', 'running'] as const).map((state) =>
      db.jobs.where('[kind+state]').equals(['embed', state]).primaryKeys(),
    ),
  );
  return new Set(ids.flat().map((id) => id.slice('embed:'.length)));
}

/** There are far fewer exercises than passages, so all of them are counted at once. */
async function exercisesByPassage(db: StudyDb): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const id of await db.exercises.orderBy('passageId').keys())
    counts.set(String(id), (counts.get(String(id)) ?? 0) + 1);
  return counts;
}

function sectionOf(url: string): number {
  return Number(url.slice(url.indexOf('#') + 1));
}
