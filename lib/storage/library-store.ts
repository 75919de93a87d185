import { Dexie } from 'dexie';
import type { InterestSummary, Library, SiteSummary } from '@/lib/app/ports/library';
import { siteOf } from '@/lib/domain/reading/site';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { createJobQueue } from './job-queue';
import { listPages, summarisePages } from './page-list';
import { createReviewStore } from './review-store';
import type { StudyDb } from './study-db';

/** Reads of the dashboard over what was read and what came of it. */
export function createLibrary(db: StudyDb): Library {
  return {
    async counts() {
      const [pages, passages, interests, exercises, reviews] = await Promise.all(
        [db.pages, db.passages, db.interests, db.exercises, db.reviews].map((table) => table.count()),
      );
      return {
        pages: pages ?? 0,
        passages: passages ?? 0,
        interests: interests ?? 0,
        exercises: exercises ?? 0,
        reviews: reviews ?? 0,
      };
    },
    today: (now, studyDay) => readToday(db, now, studyDay),
    jobs: () => createJobQueue(db).counts(),
    pages: (query) => listPages(db, query),
    page: async (pageId) => {
      const page = await db.pages.get(pageId);
      return page && (await summarisePages(db, [page]))[0];
    },
    passagesOf: (pageId) => listPassages(db, pageId),
    interests: () => listInterests(db),
    interestNames: async () => {
      const interests = await db.interests.toArray();
      return interests
        .sort((a, b) => b.passageCount - a.passageCount)
        .map(({ id, labels }) => ({ id, labels }));
    },
    sites: () => listSites(db),
    decisions: () => db.captureLog.orderBy('seq').reverse().toArray(),
  };
}

async function readToday(db: StudyDb, now: EpochMs, studyDay: string) {
  const reviews = createReviewStore(db);
  const [due, fresh, nextDueAt, today] = await Promise.all([
    reviews.countDue(now),
    db.exercises
      .where('[status+memory.phase+memory.dueAt]')
      .between(['active', 'new', Dexie.minKey], ['active', 'new', Dexie.maxKey])
      .count(),
    reviews.nextDueAt(now),
    db.reviews
      .where('at')
      .above(now - 2 * 86_400_000)
      .filter((review) => review.studyDay === studyDay && review.undoneAt === undefined)
      .toArray(),
  ]);
  return {
    due,
    fresh,
    answeredToday: today.length,
    correctToday: today.filter((review) => review.correct).length,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
  };
}

async function listPassages(db: StudyDb, pageId: string) {
  const places = await db.occurrences.where('pageId').equals(pageId).sortBy('order');
  const passages = await db.passages.bulkGet(places.map((place) => place.passageId));
  const rows = places.map(async (occurrence, i) => {
    const passage = passages[i];
    if (!passage) return [];
    const exerciseCount = await db.exercises.where('passageId').equals(passage.id).count();
    return [{ passage, occurrence, exerciseCount }];
  });
  return (await Promise.all(rows)).flat();
}

async function listInterests(db: StudyDb): Promise<InterestSummary[]> {
  const interests = await db.interests.toArray();
  const summaries = interests.map(async (interest) => {
    const passageIds = await db.passages.where('interestId').equals(interest.id).primaryKeys();
    const [exerciseCount, places] = await Promise.all([
      db.exercises.where('passageId').anyOf(passageIds).count(),
      db.occurrences.where('passageId').anyOf(passageIds).toArray(),
    ]);
    const rows = await db.pages.bulkGet([...new Set(places.map((place) => place.pageId))]);
    const pages = rows.filter((page) => page !== undefined);
    return { interest, passageCount: passageIds.length, exerciseCount, pages };
  });
  return (await Promise.all(summaries)).sort((a, b) => b.passageCount - a.passageCount);
}

async function listSites(db: StudyDb): Promise<SiteSummary[]> {
  const origins = (await db.pages.orderBy('origin').uniqueKeys()).map(String);
  const sites = new Map<string, SiteSummary>();
  for (const origin of origins) {
    const site = siteOf(origin) ?? origin;
    const known = sites.get(site);
    sites.set(site, {
      site,
      pages: (known?.pages ?? 0) + (await db.pages.where('origin').equals(origin).count()),
      passages: (known?.passages ?? 0) + (await db.passages.where('origin').equals(origin).count()),
    });
  }
  return [...sites.values()];
}
