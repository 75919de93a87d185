import type { TableRows } from '@/lib/storage/schema';

export type Study = {
  readonly [Name in
    | 'pages'
    | 'passages'
    | 'occurrences'
    | 'interests'
    | 'exercises'
    | 'jobs']: readonly TableRows[Name][];
};

const LANGUAGES = ['en', 'zh'] as const;
const KINDS = ['cloze', 'choice'] as const;
const EXAMPLES = 3;

function countBy<Row>(rows: readonly Row[], key: (row: Row) => string): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
}

/** Titles of the pages on which at least a few passages of the interest stand, most passages first. */
function pageTitles(study: Study, interestId: string): string[] {
  const members = new Set(study.passages.filter((row) => row.interestId === interestId).map((row) => row.id));
  const titles = new Map(study.pages.map((page) => [page.id, page.title]));
  const counts = new Map<string, number>();
  for (const { passageId, pageId } of study.occurrences) {
    if (members.has(passageId)) counts.set(pageId, (counts.get(pageId) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([pageId, count]) => `${titles.get(pageId) ?? 'a page that is gone'} (${count})`);
}

export function describeCounts({ pages, passages, interests, exercises, jobs }: Study): string {
  const quarantined = jobs.filter((job) => job.state === 'quarantined').length;
  return [
    `pages ${pages.length}`,
    `passages ${passages.length} (${countBy(passages, (row) => row.lang)})`,
    `interests ${interests.length}`,
    `exercises ${exercises.length}`,
    `jobs given up ${quarantined}`,
  ].join(', ');
}

export function describeInterests(study: Study): string[] {
  return [...study.interests]
    .sort((left, right) => right.passageCount - left.passageCount)
    .flatMap((interest, index) => [
      `${index + 1}. ${Object.values(interest.labels).join(' · ')}: ${interest.passageCount} passages`,
      ...pageTitles(study, interest.id).map((title) => `     ${title}`),
    ]);
}

export function describeExercises({ exercises }: Study): string[] {
  return LANGUAGES.flatMap((lang) =>
    KINDS.map((kind) => {
      const count = exercises.filter((row) => row.lang === lang && row.kind === kind).length;
      return `${lang} ${kind}: ${count}`;
    }),
  );
}

function quoteExercise({ stem, key, distractors }: TableRows['exercises']): string {
  const options = distractors.length === 0 ? '' : `; not ${distractors.join(', ')}`;
  return `${stem.before}____${stem.after} [${key}${options}]`;
}

/** A few exercises of each language and kind, spread over all that were written. */
export function describeExamples({ exercises }: Study): string[] {
  return LANGUAGES.flatMap((lang) =>
    KINDS.flatMap((kind) => {
      const rows = exercises.filter((row) => row.lang === lang && row.kind === kind);
      const step = Math.max(1, Math.floor(rows.length / EXAMPLES));
      return rows
        .filter((_, index) => index % step === 0)
        .slice(0, EXAMPLES)
        .map((row) => `${lang} ${kind}: ${quoteExercise(row)}`);
    }),
  );
}
